# Print the answer as it arrives, and the tokens when it is whole.
# This needs nothing but Python. With the SDK: python3 -m pip install openai
import json
import os
import urllib.request

model = "gpt-4o-mini"

request = urllib.request.Request(
    os.environ["OPENAI_BASE_URL"] + "/responses",
    data=json.dumps({"model": model, "input": "What is a stream?"}).encode(),
    headers={
        "Authorization": "Bearer " + os.environ["OPENAI_API_KEY"],
        "Content-Type": "application/json",
    },
)

# This waits for the whole answer.
# A stream comes in lines: "data: " and the JSON of an event.
response = json.load(urllib.request.urlopen(request))
print(response["output"][0]["content"][0]["text"])
