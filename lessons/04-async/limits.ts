import type OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function limits(
  client: OpenAI,
  { model, question, console }: DemoSurroundings,
) {
  const styles = [
    'As a haiku.',
    'As a list.',
    'For a child.',
    'In French.',
    'In German.',
  ];
  const calls = styles.map((style) =>
    client.responses.create(
      { model, input: `${question} ${style}` },
      { maxRetries: 2 },
    ),
  );
  const responses = await Promise.all(calls);
  console.log(responses.length, 'answers');
}
