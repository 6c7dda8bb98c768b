import json
import os
import urllib.request
from concurrent.futures import ThreadPoolExecutor

model = "gpt-4o-mini"

questions = [
    "What is a token?",
    "What is a prompt?",
    "What is a model?",
    "What is a stream?",
    "What is a rate limit?",
    "What is a timeout?",
]


def ask(question):
    request = urllib.request.Request(
        os.environ["OPENAI_BASE_URL"] + "/responses",
        data=json.dumps({"model": model, "input": question}).encode(),
        headers={
            "Authorization": "Bearer " + os.environ["OPENAI_API_KEY"],
            "Content-Type": "application/json",
        },
    )
    response = json.load(urllib.request.urlopen(request))
    return response["output"][0]["content"][0]["text"]


with ThreadPoolExecutor(max_workers=3) as pool:
    for answer in pool.map(ask, questions):
        print(answer)
