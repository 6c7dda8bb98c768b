import { encode } from 'gpt-tokenizer';
import type OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function estimate(
  client: OpenAI,
  { model, question, console }: DemoSurroundings,
) {
  const request = { model, input: question };
  const aroundOneMessage = 7;
  const tokens = encode(question, { disallowedSpecial: new Set() });
  console.log('estimate:', `~${tokens.length + aroundOneMessage}`);

  const count = await client.responses.inputTokens.count(request);
  console.log('count:   ', count.input_tokens);

  const response = await client.responses.create(request);
  console.log('bill:    ', response.usage?.input_tokens);
}
