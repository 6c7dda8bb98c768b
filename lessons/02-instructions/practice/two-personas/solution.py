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


for persona in (
    "You are a sarcastic comedian.",
    "You are a strict, formal professor.",
):
    body = {
        "model": model,
        "input": "What is an API?",
        "instructions": persona,
        "temperature": 0,
    }
    print(ask(body), end="\n\n")
