import type OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function ask(
  client: OpenAI,
  { model, question, console }: DemoSurroundings,
) {
  const response = await client.responses.create({
    model,
    instructions: 'Answer in one sentence.',
    input: question,
  });
  console.log(response.output_text);
}
