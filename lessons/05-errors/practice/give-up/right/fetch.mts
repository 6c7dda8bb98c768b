const { OPENAI_API_KEY, OPENAI_BASE_URL } = process.env;

function leave(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

async function post(triesLeft: number): Promise<Response> {
  try {
    return await fetch(`${OPENAI_BASE_URL}/responses`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${OPENAI_API_KEY}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ model: 'the-model', input: 'What is a timeout?' }),
      signal: AbortSignal.timeout(1900),
    });
  } catch {
    return triesLeft > 0 ? post(triesLeft - 1) : leave('Twice no answer in time: I stop here.');
  }
}

const answer = await post(1);
if (answer.status === 401) leave('This key is not valid.');
if (answer.status === 429) leave('The quota is exhausted: somebody has to pay.');
const { output } = (await answer.json()) as { output: { content?: { text: string }[] }[] };
console.log(
  output
    .flatMap((item) => item.content ?? [])
    .map(({ text }) => text)
    .join(''),
);
