# Exercise 05.2: know when to stop.
#
# Ask the model "What is a timeout?" and print the answer. One request, and no more, after a 401 and when the quota is
# exhausted. Wait at most two seconds for an answer. In each case: one sentence about what is the matter, no stack
# trace, an exit code other than 0.
# Judge it with: course practice check 05.2

import json
import os
import urllib.request

request = urllib.request.Request(
    os.environ["OPENAI_BASE_URL"] + "/responses",
    data=json.dumps({"model": "the-model", "input": "What is a timeout?"}).encode(),
    headers={
        "Authorization": "Bearer " + os.environ["OPENAI_API_KEY"],
        "Content-Type": "application/json",
    },
)

# urlopen takes a timeout in seconds; urllib.error.HTTPError has the status and, to be read, the body.
with urllib.request.urlopen(request) as answer:
    body = json.load(answer)
for item in body["output"]:
    for part in item.get("content", []):
        print(part["text"])
