model=gpt-4o-mini

folder=$(mktemp -d)

ask() {
  curl --silent "$OPENAI_BASE_URL/responses" \
    --header "Authorization: Bearer $OPENAI_API_KEY" \
    --header 'Content-Type: application/json' \
    --data '{"model": "'$model'", "input": "'"$2"'"}' >"$folder/$1"
}

ask 1 'What is a token?' &
ask 2 'What is a prompt?' &
ask 3 'What is a model?' &
wait
ask 4 'What is a stream?' &
ask 5 'What is a rate limit?' &
ask 6 'What is a timeout?' &
wait

for number in 1 2 3 4 5 6; do
  node -pe 'JSON.parse(fs.readFileSync(0)).output[0].content[0].text' \
    <"$folder/$number"
done
rm -r "$folder"
