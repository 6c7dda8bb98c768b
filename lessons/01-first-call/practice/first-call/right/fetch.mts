const { OPENAI_API_KEY, OPENAI_BASE_URL } = process.env;
const answer = await fetch(`${OPENAI_BASE_URL}/responses`, {
  method: 'POST',
  headers: { Authorization: `Bearer ${OPENAI_API_KEY}`, 'Content-Type': 'application/json' },
  body: JSON.stringify({
    model: 'the-model',
    input: [{ role: 'user', content: 'What is an API?' }],
  }),
});
const body = (await answer.json()) as {
  output: { type: string; content?: { text: string }[] }[];
};
for (const item of body.output) {
  for (const part of item.content ?? []) process.stdout.write(part.text);
}
