import json
import os
import sys
import urllib.request

model = "gpt-4o-mini"
input_price, output_price = 0.15, 0.60  # USD per million tokens
budget = 0.0002  # USD


def ask(question):
    request = urllib.request.Request(
        os.environ["OPENAI_BASE_URL"] + "/responses",
        data=json.dumps({"model": model, "input": question}).encode(),
        headers={
            "Authorization": "Bearer " + os.environ["OPENAI_API_KEY"],
            "Content-Type": "application/json",
        },
    )
    return json.load(urllib.request.urlopen(request))


spent = 0
for question in ("What is a token?", "What is a price?", "What is a budget?"):
    if spent >= budget:
        print(
            f"Stopped: ${spent:.8f} of ${budget} are spent.",
            file=sys.stderr,
        )
        sys.exit(1)
    response = ask(question)
    usage = response["usage"]
    cost = (
        usage["input_tokens"] * input_price
        + usage["output_tokens"] * output_price
    ) / 1e6
    spent += cost
    print(response["output"][0]["content"][0]["text"])
    print(f"${cost:.8f}")
print(f"Sum: ${spent:.8f}")
