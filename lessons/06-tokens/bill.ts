import type OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function bill(
  client: OpenAI,
  { model, question, price, console }: DemoSurroundings,
) {
  const { usage } = await client.responses.create({ model, input: question });
  const { input_tokens = 0, output_tokens = 0 } = usage ?? {};

  const input = (input_tokens * price.input) / 1_000_000;
  const output = (output_tokens * price.output) / 1_000_000;
  console.log(
    `in:  ${input_tokens} × $${price.input} / 1,000,000 =`,
    `$${input.toFixed(8)}`,
  );
  console.log(
    `out: ${output_tokens} × $${price.output} / 1,000,000 =`,
    `$${output.toFixed(8)}`,
  );
  console.log(`sum: $${(input + output).toFixed(8)}`);
}
