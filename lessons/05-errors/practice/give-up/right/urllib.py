import json
import os
import sys
import urllib.error
import urllib.request

request = urllib.request.Request(
    os.environ["OPENAI_BASE_URL"] + "/responses",
    data=json.dumps({"model": "the-model", "input": "What is a timeout?"}).encode(),
    headers={
        "Authorization": "Bearer " + os.environ["OPENAI_API_KEY"],
        "Content-Type": "application/json",
    },
)
try:
    with urllib.request.urlopen(request, timeout=2) as answer:
        body = json.load(answer)
except urllib.error.HTTPError as error:
    kind = json.load(error)["error"]["type"]
    quota = kind == "insufficient_quota"
    sys.exit("The credit is used up." if quota else f"The key was not accepted: {error.code}")
except (TimeoutError, urllib.error.URLError):
    sys.exit("The server took too much time.")
print("".join(part["text"] for item in body["output"] for part in item.get("content", [])))
