# Print what each call cost, and the sum;
# send nothing more once the budget is spent.
# This needs nothing but Python. With the SDK: python3 -m pip install openai
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


for question in ("What is a token?", "What is a price?", "What is a budget?"):
    response = ask(question)
    print(response["output"][0]["content"][0]["text"])
