model=gpt-4o-mini
instructions='Answer in one sentence.'

curl --silent "$OPENAI_BASE_URL/responses" \
  --header "Authorization: Bearer $OPENAI_API_KEY" \
  --header 'Content-Type: application/json' \
  --data '{"model": "'$model'", "instructions": "'"$instructions"'",
           "input": "What is an API?"}' |
  node -e '
    const { output } = JSON.parse(fs.readFileSync(0, "utf8"));
    const parts = output.flatMap((item) => item.content ?? []);
    console.log(parts.map((part) => part.text ?? "").join(""));
  '
