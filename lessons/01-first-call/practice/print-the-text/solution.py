import json
import os
import urllib.request

model = "gpt-4o-mini"

request = urllib.request.Request(
    os.environ["OPENAI_BASE_URL"] + "/responses",
    data=json.dumps({"model": model, "input": "What is an API?"}).encode(),
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
