model=gpt-4o-mini

# --retry waits as long as retry-after asks,
# and backs off where there is none: 1 s, 2 s.
if ! body=$(
  curl --silent --fail --retry 2 "$OPENAI_BASE_URL/responses" \
    --header "Authorization: Bearer $OPENAI_API_KEY" \
    --header 'Content-Type: application/json' \
    --data '{"model": "'$model'", "input": "What is a rate limit?"}'
); then
  echo 'No answer, after three tries: the server did not recover.' >&2
  exit 1
fi
echo "$body" |
  node -pe 'JSON.parse(fs.readFileSync(0)).output[0].content[0].text'
