import type OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function oneFails(
  client: OpenAI,
  { model, question, console }: DemoSurroundings,
) {
  const rows = [question, '', `${question} As a haiku.`]; // one row is empty
  const calls = rows.map((input) =>
    client.responses.create({ model, input }),
  );

  try {
    const responses = await Promise.all(calls);
    console.log('all:', responses.length, 'answers');
  } catch {
    console.log('all: no answer');
  }

  const results = await Promise.allSettled(calls);
  for (const [index, result] of results.entries()) {
    if (result.status === 'fulfilled') {
      console.log(`row ${index}:`, result.value.output_text);
    } else {
      console.log(`row ${index} failed:`, result.reason.message);
    }
  }
}
