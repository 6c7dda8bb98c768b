# Caught by prints-the-usage: stops at the text.
import json, os, urllib.request

request = urllib.request.Request(
    os.environ["OPENAI_BASE_URL"] + "/responses",
    data=json.dumps({"model": "gpt-4o-mini", "input": "Why?", "stream": True}).encode(),
    headers={"Authorization": "Bearer " + os.environ["OPENAI_API_KEY"], "Content-Type": "application/json"},
)
for line in urllib.request.urlopen(request):
    if line.startswith(b"data: ") and b"response.output_text.delta" in line:
        print(json.loads(line[6:])["delta"], end="", flush=True)
