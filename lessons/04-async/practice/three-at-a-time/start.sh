# Ask all six, three at a time,
# and print the answers in the order of the questions.
model=gpt-4o-mini

ask() {
  curl --silent "$OPENAI_BASE_URL/responses" \
    --header "Authorization: Bearer $OPENAI_API_KEY" \
    --header 'Content-Type: application/json' \
    --data '{"model": "'$model'", "input": "'"$1"'"}' |
    node -pe 'JSON.parse(fs.readFileSync(0)).output[0].content[0].text'
}

# One after another. A command with & behind it runs beside the next;
# wait waits for all.
for topic in \
  'a token' 'a prompt' 'a model' 'a stream' 'a rate limit' 'a timeout'; do
  ask "What is $topic?"
done
