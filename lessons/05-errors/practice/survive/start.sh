# Exercise 05.1: get through a bad moment.
#
# Ask the model "What is a retry?" and print the answer. After a 429 or a 5xx, try again; wait at least as long
# as the server asks. When every try has failed: one sentence, and an exit code other than 0.
# Judge it with: course practice check 05.1

# This gives up at the first failure. curl has options for retries: man curl
curl --silent --show-error "$OPENAI_BASE_URL/responses" \
  -H "Authorization: Bearer $OPENAI_API_KEY" \
  -H 'Content-Type: application/json' \
  -d '{"model": "the-model", "input": "What is a retry?"}'
