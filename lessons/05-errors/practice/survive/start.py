# Exercise 05.1: get through a bad moment.
#
# Ask the model "What is a retry?" and print the answer. After a 429 or a 5xx, try again; wait at least as long
# as the server asks. When every try has failed: one sentence, no stack trace, an exit code other than 0.
# Judge it with: course practice check 05.1

import json
import os
import urllib.request

request = urllib.request.Request(
    os.environ["OPENAI_BASE_URL"] + "/responses",
    data=json.dumps({"model": "the-model", "input": "What is a retry?"}).encode(),
    headers={
        "Authorization": "Bearer " + os.environ["OPENAI_API_KEY"],
        "Content-Type": "application/json",
    },
)

# This gives up at the first failure: urllib.error.HTTPError has the status and the headers.
with urllib.request.urlopen(request) as answer:
    body = json.load(answer)
for item in body["output"]:
    for part in item.get("content", []):
        print(part["text"])
