import type OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function oneByOne(
  client: OpenAI,
  { model, question, console }: DemoSurroundings,
) {
  const styles = [
    'In five words.',
    'As a haiku.',
    'For a child.',
    'In French.',
  ];
  for (const style of styles) {
    const input = `${question} ${style}`;
    const response = await client.responses.create({ model, input });
    console.log(response.output_text);
  }
}
