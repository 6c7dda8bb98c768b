model=gpt-4o-mini

curl --silent --no-buffer "$OPENAI_BASE_URL/responses" \
  --header "Authorization: Bearer $OPENAI_API_KEY" \
  --header 'Content-Type: application/json' \
  --data '{"model": "'$model'", "input": "What is a stream?",
           "stream": true}' |
  node -e '
    const { createInterface } = require("node:readline");
    const lines = createInterface({ input: process.stdin });
    let isWhole = false;
    lines.on("line", (line) => {
      if (!line.startsWith("data: ")) return;
      const event = JSON.parse(line.slice(6));
      if (event.type === "response.output_text.delta") {
        process.stdout.write(event.delta);
      }
      if (event.type === "response.completed") isWhole = true;
    });
    lines.on("close", () => {
      console.log();
      if (isWhole) return;
      console.error("The answer is not whole.");
      process.exitCode = 1;
    });
  '
