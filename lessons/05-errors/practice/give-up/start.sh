# Exercise 05.2: know when to stop.
#
# Ask the model "What is a timeout?" and print the answer. One request, and no more, after a 401 and when the quota is
# exhausted. Wait at most two seconds for an answer. In each case: one sentence about what is the matter, and an exit
# code other than 0.
# Judge it with: course practice check 05.2

# curl ends with 0 whatever the status is, unless it is told otherwise: man curl
curl --silent --show-error "$OPENAI_BASE_URL/responses" \
  -H "Authorization: Bearer $OPENAI_API_KEY" \
  -H 'Content-Type: application/json' \
  -d '{"model": "the-model", "input": "What is a timeout?"}'
