import type OpenAI from 'openai';
import pLimit from 'p-limit';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function bounded(
  client: OpenAI,
  { model, question, console }: DemoSurroundings,
) {
  const styles = [
    'In detail.',
    'In five words.',
    'As a haiku.',
    'As a list.',
  ];
  const more = ['For a child.', 'In French.', 'In German.', 'In Spanish.'];
  const limit = pLimit(3); // at most three calls at once

  const ask = (style: string) => {
    const input = `${question} ${style}`;
    return client.responses.create({ model, input });
  };
  const calls = [...styles, ...more].map((style) => limit(() => ask(style)));

  const responses = await Promise.all(calls);
  console.log(responses.length, 'answers');
}
