import type OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function roles(
  client: OpenAI,
  { model, question, console }: DemoSurroundings,
) {
  const first = await client.responses.create({ model, input: question });
  console.log(first.output_text, '\n');

  const second = await client.responses.create({
    model,
    input: [
      { role: 'developer', content: 'Answer in one sentence.' },
      { role: 'user', content: question },
      { role: 'assistant', content: first.output_text },
      { role: 'user', content: 'Explain that to a five-year-old.' },
    ],
  });
  console.log(second.output_text);
}
