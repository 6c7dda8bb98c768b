import type OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function oneByOne(
  client: OpenAI,
  { model, question, console }: DemoSurroundings,
) {
  for (const style of ['In five words.', 'As a haiku.', 'For a child.', 'In French.']) {
    const input = `${question} ${style}`;
    const response = await client.responses.create({ model, input });
    console.log(response.output_text);
  }
}
