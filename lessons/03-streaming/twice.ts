import type OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function twice(
  client: OpenAI,
  { model, question, console, process }: DemoSurroundings,
) {
  const whole = await client.responses.create({ model, input: question });
  console.log(whole.output_text, '\n');

  const stream = await client.responses.create({
    model,
    input: question,
    stream: true,
  });
  for await (const event of stream) {
    if (event.type === 'response.output_text.delta')
      process.stdout.write(event.delta);
  }
}
