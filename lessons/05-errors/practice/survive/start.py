# Get an answer from a server that stumbles;
# say so kindly when there is none to be had.
# This needs nothing but Python. With the SDK: python3 -m pip install openai
import json
import os
import urllib.request

model = "gpt-4o-mini"


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


print(ask("What is a rate limit?"))
