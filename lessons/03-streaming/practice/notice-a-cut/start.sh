# Print a streamed answer; say on standard error, and by the exit code,
# when it is not whole.
model=gpt-4o-mini

curl --silent --no-buffer "$OPENAI_BASE_URL/responses" \
  --header "Authorization: Bearer $OPENAI_API_KEY" \
  --header 'Content-Type: application/json' \
  --data '{"model": "'$model'", "input": "What is a stream?",
           "stream": true}' |
  node -e '
    const { createInterface } = require("node:readline");
    const lines = createInterface({ input: process.stdin });
    lines.on("line", (line) => {
      if (!line.startsWith("data: ")) return;
      const event = JSON.parse(line.slice(6));
      if (event.type === "response.output_text.delta") {
        process.stdout.write(event.delta);
      }
    });
    lines.on("close", () => console.log()); // Is the answer whole?
  '
