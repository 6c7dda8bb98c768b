import type OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function events(
  client: OpenAI,
  { model, question, console, process }: DemoSurroundings,
) {
  const stream = await client.responses.create({
    model,
    input: question,
    stream: true,
  });
  for await (const event of stream) {
    switch (event.type) {
      case 'response.created':
        console.log(`${event.response.id} begins:`);
        break;
      case 'response.output_text.delta':
        process.stdout.write(event.delta);
        break;
      case 'response.output_text.done':
        console.log(`\nThe text is there: ${event.text.length} characters.`);
        break;
    }
  }
}
