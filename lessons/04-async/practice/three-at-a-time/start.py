# Ask all six, three at a time,
# and print the answers in the order of the questions.
# This needs nothing but Python. With the SDK: python3 -m pip install openai
import json
import os
import urllib.request

model = "gpt-4o-mini"

questions = [
    "What is a token?",
    "What is a prompt?",
    "What is a model?",
    "What is a stream?",
    "What is a rate limit?",
    "What is a timeout?",
]


def ask(question):
    request = urllib.request.Request(
        os.environ["OPENAI_BASE_URL"] + "/responses",
        data=json.dumps({"model": model, "input": question}).encode(),
        headers={
            "Authorization": "Bearer " + os.environ["OPENAI_API_KEY"],
            "Content-Type": "application/json",
        },
    )
    response = json.load(urllib.request.urlopen(request))
    return response["output"][0]["content"][0]["text"]


# One after another.
for question in questions:
    print(ask(question))
