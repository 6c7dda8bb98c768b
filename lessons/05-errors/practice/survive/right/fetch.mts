const { OPENAI_API_KEY, OPENAI_BASE_URL } = process.env;

async function post(tries: number): Promise<Response | null> {
  const answer = await fetch(`${OPENAI_BASE_URL}/responses`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${OPENAI_API_KEY}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ model: 'the-model', input: 'What is a retry?' }),
  });
  if (answer.ok) return answer;
  if (tries === 1) return null;
  const seconds = Number(answer.headers.get('retry-after') ?? 0.4);
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000 + 50));
  return post(tries - 1);
}

const answer = await post(3);
if (answer) {
  const { output } = (await answer.json()) as { output: { content?: { text: string }[] }[] };
  console.log(
    output
      .flatMap((item) => item.content ?? [])
      .map(({ text }) => text)
      .join(''),
  );
} else {
  console.error('No luck today: the server failed three times.');
  process.exitCode = 2;
}
