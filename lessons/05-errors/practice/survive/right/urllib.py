import json
import os
import sys
import time
import urllib.error
import urllib.request

request = urllib.request.Request(
    os.environ["OPENAI_BASE_URL"] + "/responses",
    data=json.dumps({"model": "the-model", "input": "What is a retry?"}).encode(),
    headers={
        "Authorization": "Bearer " + os.environ["OPENAI_API_KEY"],
        "Content-Type": "application/json",
    },
)


def ask(tries):
    for number in range(tries):
        try:
            with urllib.request.urlopen(request) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            time.sleep(float(error.headers.get("retry-after") or 0.3 * 2**number))
    return None


body = ask(4)
if body is None:
    print("The service stays unreachable, I have given up.", file=sys.stderr)
    sys.exit(1)
print("".join(part["text"] for item in body["output"] for part in item.get("content", [])))
