# Caught by tries-again: prints what an answer might be, without a request.
print("A quota is what you may use.")
