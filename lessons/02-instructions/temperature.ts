import type OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function temperature(
  client: OpenAI,
  { model, question, console }: DemoSurroundings,
) {
  const response = await client.responses.create({
    model,
    instructions: 'Answer in one sentence.',
    input: question,
    temperature: 0,
  });
  console.log(response.output_text);
}
