model=gpt-4o-mini

curl --silent "$OPENAI_BASE_URL/responses" \
  --header "Authorization: Bearer $OPENAI_API_KEY" \
  --header 'Content-Type: application/json' \
  --data '{"model": "'$model'", "max_output_tokens": 40,
           "input": "Explain the history of the computer."}' |
  node -e '
    const response = JSON.parse(fs.readFileSync(0, "utf8"));
    console.log(response.output[0].content[0].text);
    if (response.status === "incomplete") {
      const { reason } = response.incomplete_details;
      console.error(`This is not the whole answer: ${reason}.`);
      process.exitCode = 1;
    }
  '
