import type OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function fields(
  client: OpenAI,
  { model, question, console }: DemoSurroundings,
) {
  const response = await client.responses.create({ model, input: question });
  console.log('status:', response.status);
  console.log('model: ', response.model);
  const { usage } = response;
  console.log('usage: ', usage?.input_tokens, 'in,', usage?.output_tokens, 'out');
}
