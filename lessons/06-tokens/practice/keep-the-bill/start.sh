# Print what each call cost, and the sum;
# send nothing more once the budget is spent.
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

for question in 'What is a token?' 'What is a price?' 'What is a budget?'; do
  ask "$question" |
    node -pe 'JSON.parse(fs.readFileSync(0)).output[0].content[0].text'
done
