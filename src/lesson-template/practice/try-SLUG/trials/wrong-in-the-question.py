# Caught by says-how-to-answer: says how to answer in the question itself.
import json, os, urllib.request

request = urllib.request.Request(
    os.environ["OPENAI_BASE_URL"] + "/responses",
    data=json.dumps({"model": "gpt-4o-mini", "input": "What is an API? Answer in one sentence."}).encode(),
    headers={"Authorization": "Bearer " + os.environ["OPENAI_API_KEY"], "Content-Type": "application/json"},
)
print(json.load(urllib.request.urlopen(request))["output"][0]["content"][0]["text"])
