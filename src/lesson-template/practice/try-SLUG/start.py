# To write: the task in one sentence.
# Tell the model how to answer, and print the text of its answer.
# This needs nothing but Python. With the SDK: python3 -m pip install openai
import json
import os
import urllib.request

model = "gpt-4o-mini"

# This lets the model answer as it likes. You want to say how.
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
