# Print the answer; say on standard error, and by the exit code,
# when it was cut off.
# This needs nothing but Python. With the SDK: python3 -m pip install openai
import json
import os
import sys
import urllib.request

model = "gpt-4o-mini"

body = {
    "model": model,
    "input": "Explain the history of the computer.",
    "max_output_tokens": 40,
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
# Is this the whole answer?
print(response["output"][0]["content"][0]["text"])
