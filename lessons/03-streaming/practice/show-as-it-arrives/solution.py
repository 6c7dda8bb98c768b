import json
import os
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
    if event["type"] == "response.completed":
        usage = event["response"]["usage"]
        tokens_in, tokens_out = usage["input_tokens"], usage["output_tokens"]
        print(f"\n{tokens_in} tokens in, {tokens_out} out")
