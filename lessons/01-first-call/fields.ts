import type OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function fields(
  client: OpenAI,
  { model, question, console }: DemoSurroundings,
) {
  const response = await client.responses.create({ model, input: question });
  console.log('status:', response.status);
  console.log('model: ', response.model);
  const { input_tokens, output_tokens } = response.usage ?? {};
  console.log('usage: ', input_tokens, 'in,', output_tokens, 'out');
}
