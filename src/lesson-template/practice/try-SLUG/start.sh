# To write: the task in one sentence.
# Tell the model how to answer, and print the text of its answer.
model=gpt-4o-mini

# This lets the model answer as it likes. You want to say how.
curl --silent "$OPENAI_BASE_URL/responses" \
  --header "Authorization: Bearer $OPENAI_API_KEY" \
  --header 'Content-Type: application/json' \
  --data '{"model": "'$model'", "input": "What is an API?"}' |
  node -e '
    const { output } = JSON.parse(fs.readFileSync(0, "utf8"));
    const parts = output.flatMap((item) => item.content ?? []);
    console.log(parts.map((part) => part.text ?? "").join(""));
  '
