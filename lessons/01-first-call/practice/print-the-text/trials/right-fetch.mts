// Right: plain fetch, and the text is put together from its parts.
const response = await fetch(`${process.env.OPENAI_BASE_URL}/responses`, {
  method: 'POST',
  headers: {
    authorization: `Bearer ${process.env.OPENAI_API_KEY}`,
    'content-type': 'application/json',
  },
  body: JSON.stringify({
    model: 'gpt-4o-mini',
    input: [{ role: 'user', content: 'Why the sky?' }],
  }),
});
const body = (await response.json()) as { output: { content: { text: string }[] }[] };
for (const part of body.output[0]?.content ?? []) process.stdout.write(`${part.text}\n`);
