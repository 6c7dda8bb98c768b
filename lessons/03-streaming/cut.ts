import type OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function cut(
  client: OpenAI,
  { model, question, console, process }: DemoSurroundings,
) {
  const stream = await client.responses.create({
    model,
    input: question,
    stream: true,
  });

  let isComplete = false;
  for await (const event of stream) {
    if (event.type === 'response.output_text.delta')
      process.stdout.write(event.delta);
    if (event.type === 'response.completed') isComplete = true;
  }
  console.log(
    '\nThe loop has ended.',
    isComplete ? 'All is there.' : 'No final event!',
  );
}
