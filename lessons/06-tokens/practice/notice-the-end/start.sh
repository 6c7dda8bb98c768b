# Print the answer; say on standard error, and by the exit code,
# when it was cut off.
model=gpt-4o-mini

curl --silent "$OPENAI_BASE_URL/responses" \
  --header "Authorization: Bearer $OPENAI_API_KEY" \
  --header 'Content-Type: application/json' \
  --data '{"model": "'$model'", "max_output_tokens": 40,
           "input": "Explain the history of the computer."}' |
  node -e '
    const response = JSON.parse(fs.readFileSync(0, "utf8"));
    // Is this the whole answer?
    console.log(response.output[0].content[0].text);
  '
