import type OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function backoff(
  client: OpenAI,
  { model, console }: DemoSurroundings,
) {
  const ask = () =>
    client.responses.create({ model, input: 'Hello' }, { maxRetries: 2 });
  const responses = await Promise.all([ask(), ask(), ask()]);
  console.log(responses.length, 'answers');
}
