# Caught by says-that-the-budget-is-spent: stops without a word.
import json, os, sys, urllib.request

def ask(question):
    request = urllib.request.Request(
        os.environ["OPENAI_BASE_URL"] + "/responses",
        data=json.dumps({"model": "gpt-4o-mini", "input": question}).encode(),
        headers={"Authorization": "Bearer " + os.environ["OPENAI_API_KEY"], "Content-Type": "application/json"},
    )
    return json.load(urllib.request.urlopen(request))

spent = 0
for question in ("What is a token?", "What is a price?", "What is a budget?"):
    if spent >= 0.0002:
        break
    response = ask(question)
    usage = response["usage"]
    cost = (usage["input_tokens"] * 0.15 + usage["output_tokens"] * 0.6) / 1e6
    spent += cost
    print(response["output"][0]["content"][0]["text"], cost)
print(spent)
