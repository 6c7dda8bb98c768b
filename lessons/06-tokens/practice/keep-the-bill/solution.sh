model=gpt-4o-mini
input_price=0.15 # USD per million tokens
output_price=0.60
budget=0.0002 # USD

ask() {
  curl --silent "$OPENAI_BASE_URL/responses" \
    --header "Authorization: Bearer $OPENAI_API_KEY" \
    --header 'Content-Type: application/json' \
    --data '{"model": "'$model'", "input": "'"$1"'"}'
}

# Shells count in whole numbers: awk multiplies and compares.
spent=0
for question in 'What is a token?' 'What is a price?' 'What is a budget?'; do
  if awk "BEGIN { exit !($spent >= $budget) }"; then
    echo "Stopped: \$$spent of \$$budget are spent." >&2
    exit 1
  fi
  body=$(ask "$question")
  echo "$body" |
    node -pe 'JSON.parse(fs.readFileSync(0)).output[0].content[0].text'
  tokens=$(echo "$body" | node -pe '
    const { usage } = JSON.parse(fs.readFileSync(0, "utf8"));
    `${usage.input_tokens} ${usage.output_tokens}`')
  cost=$(
    echo "$tokens" | awk '{
      printf "%.8f", ($1 * '$input_price' + $2 * '$output_price') / 1e6
    }'
  )
  spent=$(awk "BEGIN { printf \"%.8f\", $spent + $cost }")
  echo "\$$cost"
done
echo "Sum: \$$spent"
