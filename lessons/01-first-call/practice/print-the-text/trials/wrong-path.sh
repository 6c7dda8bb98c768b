# Caught by asks-the-model: sends to an address that asks no model.
curl --silent "$OPENAI_BASE_URL/v1/responses" --header "Authorization: Bearer $OPENAI_API_KEY" \
  --header 'Content-Type: application/json' --data '{"model": "gpt-4o-mini", "input": "What?"}'
