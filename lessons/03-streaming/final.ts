import type OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function final(
  client: OpenAI,
  { model, question, console, process }: DemoSurroundings,
) {
  const stream = await client.responses.create({
    model,
    input: question,
    max_output_tokens: 16,
    stream: true,
  });

  for await (const event of stream) {
    if (event.type === 'response.output_text.delta')
      process.stdout.write(event.delta);
    if (
      event.type === 'response.completed' ||
      event.type === 'response.incomplete'
    ) {
      const { status, usage } = event.response;
      console.log(`\n${status}, ${usage?.output_tokens} tokens written`);
    }
  }
}
