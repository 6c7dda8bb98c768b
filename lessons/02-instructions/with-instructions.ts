import type OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function withInstructions(
  client: OpenAI,
  { model, question, console }: DemoSurroundings,
) {
  const alone = await client.responses.create({ model, input: question });
  console.log(alone.output_text, '\n');

  const told = await client.responses.create({
    model,
    instructions: 'Answer in one sentence, without technical words.',
    input: question,
  });
  console.log(told.output_text);
}
