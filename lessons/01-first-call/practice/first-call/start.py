# Exercise 01.1: ask, and print the answer.
#
# Ask the model "What is an API?", once. Print the text of the answer, and nothing else.
# Judge it with: course practice check 01.1
#
# With the package openai (pip install openai), or without it, as here, with what Python brings along.

import json
import os
import sys
import urllib.request

base_url = os.environ["OPENAI_BASE_URL"]
key = os.environ["OPENAI_API_KEY"]
model = "the-model"

# A request is made of these parts:
#   request = urllib.request.Request(address, data=json.dumps(body).encode(), headers={...})
#   response = json.load(urllib.request.urlopen(request))
print("No request yet: write it in this file.", file=sys.stderr)
