// Right: plain fetch and a loop of its own.
import { setTimeout as sleep } from 'node:timers/promises';

async function ask(): Promise<Response> {
  return fetch(`${process.env.OPENAI_BASE_URL}/responses`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${process.env.OPENAI_API_KEY}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ model: 'gpt-4o-mini', input: 'Why wait?' }),
  });
}

let response = await ask();
for (let tries = 1; !response.ok && tries < 5; tries += 1) {
  const asked = response.headers.get('retry-after');
  await sleep(asked ? Number(asked) * 1000 : 300 * tries);
  response = await ask();
}
if (response.ok) {
  const body = (await response.json()) as { output: { content: { text: string }[] }[] };
  console.log(body.output[0]?.content[0]?.text);
} else {
  console.error(`Sorry, the model is not to be had right now (${response.status}).`);
  process.exitCode = 1;
}
