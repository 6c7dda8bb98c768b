# Print a streamed answer; say on standard error, and by the exit code,
# when it is not whole.
# This needs nothing but Python. With the SDK: python3 -m pip install openai
import json
import os
import sys
import urllib.request

model = "gpt-4o-mini"

request = urllib.request.Request(
    os.environ["OPENAI_BASE_URL"] + "/responses",
    data=json.dumps(
        {"model": model, "input": "What is a stream?", "stream": True}
    ).encode(),
    headers={
        "Authorization": "Bearer " + os.environ["OPENAI_API_KEY"],
        "Content-Type": "application/json",
    },
)

for line in urllib.request.urlopen(request):
    if not line.startswith(b"data: "):
        continue
    event = json.loads(line.removeprefix(b"data: "))
    if event["type"] == "response.output_text.delta":
        print(event["delta"], end="", flush=True)
print()  # The loop is over. Is the answer whole?
