import { decode, encode } from 'gpt-tokenizer';
import type OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function split(
  client: OpenAI,
  { model, question, console }: DemoSurroundings,
) {
  const response = await client.responses.create({ model, input: question });

  const others = [
    'strawberry',
    '1234567',
    'Donaudampfschiff',
    '{ "id": 7 }',
    '🦜',
  ];
  for (const text of [question, response.output_text, ...others]) {
    const tokens = encode(text, { disallowedSpecial: new Set() });
    const pieces = tokens.map((token) => decode([token]));
    console.log('tokens:', tokens.length, ' ', pieces.join('|'));
  }
}
