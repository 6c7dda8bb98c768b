import { encode } from 'gpt-tokenizer';
import type OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function budget(
  client: OpenAI,
  { model, price, console }: DemoSurroundings,
) {
  const limit = 0.0001; // USD
  const cap = 40; // tokens of output
  const usd = (input: number, output: number) =>
    (input * price.input + output * price.output) / 1_000_000;

  let spent = 0;
  for (const word of ['token', 'prompt', 'server', 'database', 'compiler']) {
    const input = `What is a ${word}?`;
    const most = usd(encode(input).length + 7, cap);
    const fits = spent + most <= limit;
    if (!fits) {
      console.log(`Not asked: ${input} It may cost $${most.toFixed(7)}.`);
      break;
    }
    const { usage } = await client.responses.create({
      model,
      input,
      max_output_tokens: cap,
    });
    spent += usage ? usd(usage.input_tokens, usage.output_tokens) : most;
    console.log(`Asked: ${input} Spent so far: $${spent.toFixed(7)}`);
  }
}
