# Caught by asks-each-once: prints six answers that nobody has given.
for topic in ("a token", "a prompt", "a model", "a stream", "a rate limit", "a timeout"):
    print(f"What {topic} is depends on whom you ask.")
