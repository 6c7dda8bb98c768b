model=gpt-4o-mini

ask() {
  curl --silent "$OPENAI_BASE_URL/responses" \
    --header "Authorization: Bearer $OPENAI_API_KEY" \
    --header 'Content-Type: application/json' \
    --data "$1" |
    node -pe 'JSON.parse(fs.readFileSync(0)).output[0].content[0].text'
}

for persona in \
  'You are a sarcastic comedian.' \
  'You are a strict, formal professor.'; do
  ask '{"model": "'$model'", "input": "What is an API?",
        "instructions": "'"$persona"'", "temperature": 0}'
done
