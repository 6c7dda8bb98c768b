# Try again where that helps, and stop where it does not.
# This needs nothing but Python. With the SDK: python3 -m pip install openai
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
    response = json.load(urllib.request.urlopen(request))  # waits for ever
    return response["output"][0]["content"][0]["text"]


for attempt in range(3):
    try:
        print(ask("What is a quota?"))
        break
    except urllib.error.HTTPError as error:  # every status is tried again
        time.sleep(0.5)
else:
    print("No answer.", file=sys.stderr)
    sys.exit(1)
