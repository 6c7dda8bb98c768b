# Ask the model one question and print the text of the answer,
# and nothing else.
model=gpt-4o-mini

# This prints the whole response. You want the text:
# jq can pick it out, or Node, which you have:
#   … | node -pe 'JSON.parse(fs.readFileSync(0)).…'
curl --silent "$OPENAI_BASE_URL/responses" \
  --header "Authorization: Bearer $OPENAI_API_KEY" \
  --header 'Content-Type: application/json' \
  --data '{"model": "'$model'", "input": "What is an API?"}'
