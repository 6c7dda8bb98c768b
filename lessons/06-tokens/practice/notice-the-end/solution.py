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
print(response["output"][0]["content"][0]["text"])

if response["status"] == "incomplete":
    reason = response["incomplete_details"]["reason"]
    print(f"This is not the whole answer: {reason}.", file=sys.stderr)
    sys.exit(1)
