# Ask the same question as two personas, at temperature 0,
# and print both answers.
# This needs nothing but Python. With the SDK: python3 -m pip install openai
import json
import os
import urllib.request

model = "gpt-4o-mini"


def ask(body):
    request = urllib.request.Request(
        os.environ["OPENAI_BASE_URL"] + "/responses",
        data=json.dumps(body).encode(),
        headers={
            "Authorization": "Bearer " + os.environ["OPENAI_API_KEY"],
            "Content-Type": "application/json",
        },
    )
    response = json.load(urllib.request.urlopen(request))
    return response["output"][0]["content"][0]["text"]


print(ask({"model": model, "input": "What is an API?"}))
