import type OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function stop(
  client: OpenAI,
  { model, question, console, process }: DemoSurroundings,
) {
  const stream = await client.responses.create({
    model,
    input: question,
    stream: true,
  });

  let characters = 0;
  for await (const event of stream) {
    if (event.type !== 'response.output_text.delta') continue;
    process.stdout.write(event.delta);
    characters += event.delta.length;
    if (characters > 80) break; // leaving the loop closes the connection
  }
  console.log(`\nread: ${characters} characters`);
}
