# Caught by backs-off: waits when it is told to, and hurries when it is not.
import json, os, sys, time, urllib.error, urllib.request

def ask():
    request = urllib.request.Request(
        os.environ["OPENAI_BASE_URL"] + "/responses",
        data=json.dumps({"model": "gpt-4o-mini", "input": "Why wait?"}).encode(),
        headers={"Authorization": "Bearer " + os.environ["OPENAI_API_KEY"], "Content-Type": "application/json"},
    )
    return json.load(urllib.request.urlopen(request))["output"][0]["content"][0]["text"]

for attempt in range(9):
    try:
        print(ask())
        sys.exit()
    except urllib.error.HTTPError as error:
        time.sleep(float(error.headers.get("Retry-After", 0)))
print("No answer.", file=sys.stderr)
sys.exit(1)
