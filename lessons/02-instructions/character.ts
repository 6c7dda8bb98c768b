import type OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function character(
  client: OpenAI,
  { model, question, console }: DemoSurroundings,
) {
  const response = await client.responses.create({
    model,
    instructions: 'You are a sarcastic comedian.',
    input: question,
  });
  console.log(response.output_text);
}
