# Caught by prints-in-order: takes the answers as they are completed.
import json, os, urllib.request
from concurrent.futures import ThreadPoolExecutor, as_completed

def ask(topic):
    request = urllib.request.Request(
        os.environ["OPENAI_BASE_URL"] + "/responses",
        data=json.dumps({"model": "gpt-4o-mini", "input": f"What is {topic}?"}).encode(),
        headers={"Authorization": "Bearer " + os.environ["OPENAI_API_KEY"], "Content-Type": "application/json"},
    )
    return json.load(urllib.request.urlopen(request))["output"][0]["content"][0]["text"]

with ThreadPoolExecutor(max_workers=3) as pool:
    topics = ("a token", "a prompt", "a model", "a stream", "a rate limit", "a timeout")
    for done in as_completed([pool.submit(ask, topic) for topic in topics]):
        print(done.result())
