// Right: plain fetch, and how to answer is a message of the developer.
const response = await fetch(`${process.env.OPENAI_BASE_URL}/responses`, {
  method: 'POST',
  headers: {
    authorization: `Bearer ${process.env.OPENAI_API_KEY}`,
    'content-type': 'application/json',
  },
  body: JSON.stringify({
    model: 'gpt-4o-mini',
    input: [
      { role: 'developer', content: 'Answer like a pirate.' },
      { role: 'user', content: 'Why is the sky blue?' },
    ],
  }),
});
const body = (await response.json()) as { output: { content: { text: string }[] }[] };
for (const part of body.output[0]?.content ?? []) console.log(part.text);
