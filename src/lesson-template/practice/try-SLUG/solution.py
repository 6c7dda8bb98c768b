import json
import os
import urllib.request

body = {
    "model": "gpt-4o-mini",
    "instructions": "Answer in one sentence.",
    "input": "What is an API?",
}

request = urllib.request.Request(
    os.environ["OPENAI_BASE_URL"] + "/responses",
    data=json.dumps(body).encode(),
    headers={
        "Authorization": "Bearer " + os.environ["OPENAI_API_KEY"],
        "Content-Type": "application/json",
    },
)
response = json.load(urllib.request.urlopen(request))

for item in response["output"]:
    if item["type"] == "message":
        texts = (
            part["text"]
            for part in item["content"]
            if part["type"] == "output_text"
        )
        print("".join(texts))
