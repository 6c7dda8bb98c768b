import type OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function fields(client: OpenAI, { model, question, console }: DemoSurroundings) {
  const response = await client.responses.create({ model, input: question });
  console.log('status:', response.status);
  console.log('model: ', response.model);
  console.log('usage: ', response.usage?.input_tokens, 'in,', response.usage?.output_tokens, 'out');
}
