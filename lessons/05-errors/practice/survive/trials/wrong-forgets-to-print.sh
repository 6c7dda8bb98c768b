# Caught by prints-the-answers: gets the answer and keeps it.
if ! curl --silent --fail --retry 2 --output /dev/null "$OPENAI_BASE_URL/responses" \
  --header "Authorization: Bearer $OPENAI_API_KEY" --header 'Content-Type: application/json' \
  --data '{"model": "gpt-4o-mini", "input": "Why wait?"}'; then
  echo 'No answer.' >&2
  exit 1
fi
