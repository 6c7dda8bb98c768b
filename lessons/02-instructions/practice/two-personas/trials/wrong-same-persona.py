# Caught by two-personas: tells the model the same twice.
import json, os, urllib.request

for _ in range(2):
    body = {"model": "gpt-4o-mini", "input": "Why?", "instructions": "You are a pirate.", "temperature": 0}
    request = urllib.request.Request(
        os.environ["OPENAI_BASE_URL"] + "/responses",
        data=json.dumps(body).encode(),
        headers={"Authorization": "Bearer " + os.environ["OPENAI_API_KEY"], "Content-Type": "application/json"},
    )
    print(json.load(urllib.request.urlopen(request))["output"][0]["content"][0]["text"])
