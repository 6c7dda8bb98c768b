// Right: plain fetch, one retry, no wait where the connection was silent.
const init = {
  method: 'POST',
  headers: {
    authorization: `Bearer ${process.env.OPENAI_API_KEY}`,
    'content-type': 'application/json',
  },
  body: JSON.stringify({ model: 'gpt-4o-mini', input: 'What is a quota?' }),
};
const ask = () =>
  fetch(`${process.env.OPENAI_BASE_URL}/responses`, { ...init, signal: AbortSignal.timeout(2000) });

try {
  let response = await ask();
  if (response.status >= 500) response = await ask();
  const body = (await response.json()) as {
    error: { message: string } | null;
    output: { content: { text: string }[] }[];
  };
  if (body.error) throw new Error(body.error.message);
  console.log(body.output[0]?.content[0]?.text);
} catch (error) {
  console.error(`No answer: ${(error as Error).message}`);
  process.exitCode = 1;
}
