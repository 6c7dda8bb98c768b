# Caught by: prints the text of the answer and nothing else
import json
import os
import urllib.request

request = urllib.request.Request(
    os.environ["OPENAI_BASE_URL"] + "/responses",
    data=json.dumps({"model": "the-model", "input": "What is an API?"}).encode(),
    headers={
        "Authorization": "Bearer " + os.environ["OPENAI_API_KEY"],
        "Content-Type": "application/json",
    },
)
body = json.load(urllib.request.urlopen(request))
print("The answer is:", body["output"][0]["content"][0]["text"])
