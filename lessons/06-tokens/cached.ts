import type OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function cached(
  client: OpenAI,
  { model, question, console }: DemoSurroundings,
) {
  const rule = [
    'Answer in one sentence, in plain words,',
    'and say so when you do not know. ',
  ].join(' ');
  const handbook = rule.repeat(100); // many pages that every call needs

  for (const input of [question, `Once more: ${question}`]) {
    const { usage } = await client.responses.create({
      model,
      instructions: handbook,
      input,
    });
    const { input_tokens = 0, input_tokens_details } = usage ?? {};
    console.log(
      input_tokens,
      'in, from the cache:',
      input_tokens_details?.cached_tokens ?? 0,
    );
  }
}
