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
    response = json.load(urllib.request.urlopen(request))
    return response["output"][0]["content"][0]["text"]


def ask_patiently(question, tries=4):
    for attempt in range(tries):
        try:
            return ask(question)
        except urllib.error.HTTPError as error:
            passing = error.code == 429 or error.code >= 500
            if not passing or attempt == tries - 1:
                raise
            asked = error.headers.get("Retry-After")
            time.sleep(float(asked or 0.5 * 2**attempt))


try:
    print(ask_patiently("What is a rate limit?"))
except urllib.error.HTTPError as error:
    print(
        f"No answer, after four tries: the server said {error.code}.",
        file=sys.stderr,
    )
    sys.exit(1)
