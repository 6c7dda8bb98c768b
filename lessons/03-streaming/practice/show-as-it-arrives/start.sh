# Print the answer as it arrives, and the tokens when it is whole.
model=gpt-4o-mini

# This waits for the whole answer.
# A stream comes in lines: "data: " and the JSON of an event.
curl --silent --no-buffer "$OPENAI_BASE_URL/responses" \
  --header "Authorization: Bearer $OPENAI_API_KEY" \
  --header 'Content-Type: application/json' \
  --data '{"model": "'$model'", "input": "What is a stream?"}' |
  node -pe 'JSON.parse(fs.readFileSync(0)).output[0].content[0].text'
