import type OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function failed(
  client: OpenAI,
  { model, question, console, process }: DemoSurroundings,
) {
  const stream = await client.responses.create({
    model,
    input: question,
    stream: true,
  });

  for await (const event of stream) {
    if (event.type === 'response.output_text.delta')
      process.stdout.write(event.delta);
    if (event.type === 'response.failed') {
      console.log(`\n${event.type}: ${event.response.error?.message}`);
    }
    if (event.type === 'error') throw new Error(event.message);
  }
}
