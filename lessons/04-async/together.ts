import type OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function together(
  client: OpenAI,
  { model, question, console }: DemoSurroundings,
) {
  const styles = [
    'In five words.',
    'As a haiku.',
    'For a child.',
    'In French.',
  ];
  const calls = styles.map((style) =>
    client.responses.create({ model, input: `${question} ${style}` }),
  );
  const responses = await Promise.all(calls);
  for (const response of responses) console.log(response.output_text);
}
