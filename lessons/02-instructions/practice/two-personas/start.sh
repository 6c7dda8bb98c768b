# Ask the same question as two personas, at temperature 0,
# and print both answers.
model=gpt-4o-mini

ask() {
  curl --silent "$OPENAI_BASE_URL/responses" \
    --header "Authorization: Bearer $OPENAI_API_KEY" \
    --header 'Content-Type: application/json' \
    --data "$1" |
    node -pe 'JSON.parse(fs.readFileSync(0)).output[0].content[0].text'
}

ask '{"model": "'$model'", "input": "What is an API?"}'
