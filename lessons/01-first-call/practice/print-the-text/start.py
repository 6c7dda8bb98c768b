# Ask the model one question and print the text of the answer,
# and nothing else.
# This needs nothing but Python. With the SDK: python3 -m pip install openai
import json
import os
import urllib.request

model = "gpt-4o-mini"

request = urllib.request.Request(
    os.environ["OPENAI_BASE_URL"] + "/responses",
    data=json.dumps({"model": model, "input": "What is an API?"}).encode(),
    headers={
        "Authorization": "Bearer " + os.environ["OPENAI_API_KEY"],
        "Content-Type": "application/json",
    },
)
response = json.load(urllib.request.urlopen(request))

# This prints the whole response. You want the text.
print(response)
