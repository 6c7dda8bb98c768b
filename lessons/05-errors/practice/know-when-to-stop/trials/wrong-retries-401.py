# Caught by stops-at-401: tries every status again but that of an empty account.
import json, os, sys, urllib.error, urllib.request

def ask():
    request = urllib.request.Request(
        os.environ["OPENAI_BASE_URL"] + "/responses",
        data=json.dumps({"model": "gpt-4o-mini", "input": "Why?"}).encode(),
        headers={"Authorization": "Bearer " + os.environ["OPENAI_API_KEY"], "Content-Type": "application/json"},
    )
    return json.load(urllib.request.urlopen(request, timeout=2))["output"][0]["content"][0]["text"]

for attempt in range(3):
    try:
        print(ask())
        sys.exit()
    except urllib.error.HTTPError as error:
        if b"insufficient_quota" in error.read():
            break
    except OSError:
        pass
print("No answer.", file=sys.stderr)
sys.exit(1)
