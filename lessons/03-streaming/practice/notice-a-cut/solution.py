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

is_whole = False
for line in urllib.request.urlopen(request):
    if not line.startswith(b"data: "):
        continue
    event = json.loads(line.removeprefix(b"data: "))
    if event["type"] == "response.output_text.delta":
        print(event["delta"], end="", flush=True)
    if event["type"] == "response.completed":
        is_whole = True
print()

if not is_whole:
    print("The answer is not whole.", file=sys.stderr)
    sys.exit(1)
