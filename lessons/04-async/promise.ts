import type OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function promise(
  client: OpenAI,
  { model, question, console }: DemoSurroundings,
) {
  const call = client.responses.create({ model, input: question });
  console.log('The call is made; the program goes on.');

  const response = await call;
  console.log(response.output_text);
}
