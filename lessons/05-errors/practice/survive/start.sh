# Get an answer from a server that stumbles;
# say so kindly when there is none to be had.
model=gpt-4o-mini

# With --fail, curl ends with an exit code other than 0
# when the server refuses.
curl --silent --fail "$OPENAI_BASE_URL/responses" \
  --header "Authorization: Bearer $OPENAI_API_KEY" \
  --header 'Content-Type: application/json' \
  --data '{"model": "'$model'", "input": "What is a rate limit?"}' |
  node -pe 'JSON.parse(fs.readFileSync(0)).output[0].content[0].text'
