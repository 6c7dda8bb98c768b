# Caught by says-that-the-key-is-refused: stops where it should, and does not say why.
import json, os, sys, urllib.error, urllib.request

def ask():
    request = urllib.request.Request(
        os.environ["OPENAI_BASE_URL"] + "/responses",
        data=json.dumps({"model": "gpt-4o-mini", "input": "Why?"}).encode(),
        headers={"Authorization": "Bearer " + os.environ["OPENAI_API_KEY"], "Content-Type": "application/json"},
    )
    return json.load(urllib.request.urlopen(request, timeout=2))["output"][0]["content"][0]["text"]

for attempt in range(2):
    try:
        print(ask())
        sys.exit()
    except urllib.error.HTTPError as error:
        if error.code < 500:
            sys.exit(1)
    except OSError:
        sys.exit(1)
