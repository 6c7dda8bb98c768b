# Caught by gives-up: tries again as long as it lives.
import json, os, time, urllib.error, urllib.request

def ask():
    request = urllib.request.Request(
        os.environ["OPENAI_BASE_URL"] + "/responses",
        data=json.dumps({"model": "gpt-4o-mini", "input": "Why wait?"}).encode(),
        headers={"Authorization": "Bearer " + os.environ["OPENAI_API_KEY"], "Content-Type": "application/json"},
    )
    return json.load(urllib.request.urlopen(request))["output"][0]["content"][0]["text"]

while True:
    try:
        print(ask())
        break
    except urllib.error.HTTPError as error:
        time.sleep(float(error.headers.get("Retry-After", 0.3)))
