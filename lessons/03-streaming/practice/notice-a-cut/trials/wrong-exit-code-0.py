# Caught by notices-the-cut: says it, and lets scripts believe that all went well.
import json, os, sys, urllib.request

request = urllib.request.Request(
    os.environ["OPENAI_BASE_URL"] + "/responses",
    data=json.dumps({"model": "gpt-4o-mini", "input": "Why?", "stream": True}).encode(),
    headers={"Authorization": "Bearer " + os.environ["OPENAI_API_KEY"], "Content-Type": "application/json"},
)
last = ""
for line in urllib.request.urlopen(request):
    if line.startswith(b"data: "):
        event = json.loads(line[6:])
        last = event["type"]
        if last == "response.output_text.delta":
            print(event["delta"], end="", flush=True)
if last != "response.completed":
    print("\nThe answer is not whole.", file=sys.stderr)
