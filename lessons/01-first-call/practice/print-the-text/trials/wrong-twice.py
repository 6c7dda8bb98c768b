# Caught by asks-the-model: asks twice where once will do.
import json, os, urllib.request

def ask():
    request = urllib.request.Request(
        os.environ["OPENAI_BASE_URL"] + "/responses",
        data=json.dumps({"model": "gpt-4o-mini", "input": "What is an API?"}).encode(),
        headers={"Authorization": "Bearer " + os.environ["OPENAI_API_KEY"], "Content-Type": "application/json"},
    )
    return json.load(urllib.request.urlopen(request))["output"][0]["content"][0]["text"]

ask()
print(ask())
