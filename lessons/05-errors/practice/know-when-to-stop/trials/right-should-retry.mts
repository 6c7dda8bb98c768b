// Right: the SDK retries, but is told by a header which answers not to try again.
import OpenAI from 'openai';

const client = new OpenAI({
  timeout: 2000,
  maxRetries: 2,
  fetch: async (url, init) => {
    const response = await fetch(url, init);
    if (response.status !== 429) return response;
    const text = await response.text();
    const headers = new Headers(response.headers);
    if (text.includes('insufficient_quota')) headers.set('x-should-retry', 'false');
    return new Response(text, { status: response.status, headers });
  },
});
try {
  const stream = await client.responses.create({
    model: 'gpt-4o-mini',
    input: 'Why?',
    stream: true,
  });
  for await (const event of stream) {
    if (event.type === 'response.output_text.delta') process.stdout.write(event.delta);
  }
} catch (error) {
  console.error(`Without an answer: ${(error as Error).message}`);
  process.exitCode = 4;
}
