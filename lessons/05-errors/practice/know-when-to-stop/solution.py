import json
import os
import sys
import time
import urllib.error
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
    response = json.load(urllib.request.urlopen(request, timeout=2))
    return response["output"][0]["content"][0]["text"]


def passes_by_itself(error):
    if not isinstance(error, urllib.error.HTTPError):
        return True  # the connection failed, or nothing came in time
    if json.load(error)["error"]["type"] == "insufficient_quota":
        return False
    return error.code in (408, 429) or error.code >= 500


for attempt in range(3):
    try:
        print(ask("What is a quota?"))
        break
    except OSError as error:
        # HTTPError, URLError and TimeoutError are all of this kind.
        if attempt == 2 or not passes_by_itself(error):
            print(f"No answer: {error}", file=sys.stderr)
            sys.exit(1)
        time.sleep(0.5)
