import type OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function volume(
  client: OpenAI,
  { model, question, price, console }: DemoSurroundings,
) {
  const { usage } = await client.responses.create({ model, input: question });
  const { input_tokens = 0, output_tokens = 0 } = usage ?? {};
  const perCall =
    (input_tokens * price.input + output_tokens * price.output) / 1_000_000;

  for (const calls of [1, 1_000, 1_000_000]) {
    const usd = (calls * perCall).toFixed(2);
    console.log(`${calls.toLocaleString('en')} × this call: $${usd}`);
  }
}
