# Caught by asks-the-model: prints an answer without a request.
print("The computer has a long history.")
