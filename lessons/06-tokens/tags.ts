import type OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function tags(
  client: OpenAI,
  { model, price, console }: DemoSurroundings,
) {
  const calls = [
    { feature: 'search', input: 'What is a database?' },
    { feature: 'help', input: 'What is a server?' },
    { feature: 'search', input: 'What is an index?' },
  ];
  const spent: Record<string, number> = {};
  for (const { feature, input } of calls) {
    const metadata = { feature, prompt: 'v2' };
    const response = await client.responses.create({
      model,
      input,
      metadata,
    });
    const { input_tokens = 0, output_tokens = 0 } = response.usage ?? {};
    const usd =
      (input_tokens * price.input + output_tokens * price.output) / 1_000_000;
    const tag = response.metadata?.feature ?? 'no tag';
    spent[tag] = (spent[tag] ?? 0) + usd;
  }
  for (const [tag, usd] of Object.entries(spent))
    console.log(`${tag}: $${usd.toFixed(7)}`);
}
