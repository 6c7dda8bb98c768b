import { describe, expect, it } from 'vitest';
import type { Turn } from '../../src/sandbox/standin/standin.ts';
import { create, type Json, testSandbox } from './sandbox-under-test.ts';

/** The window of gpt-4o-mini has 128,000 tokens; this message takes some 50,000. */
const long = (name: string) => ({ role: 'user', content: name + ' word'.repeat(50_000) });
const last = { role: 'user', content: 'Well?' };

async function ask(body: Json) {
  let read: readonly Turn[] = [];
  const sandbox = await testSandbox({
    answer: ({ turns }) => {
      read = turns;
      return 'Yes.';
    },
  });
  const answer = await create(sandbox, { instructions: 'Be kind.', ...body });
  const begins = read.map(({ text }) => text.split(' ')[0]);
  return { ...answer, begins, usage: answer.body.usage as Json };
}

describe('An input larger than the window', () => {
  const input = [long('A'), long('B'), long('C'), last];

  it.each([{}, { truncation: 'disabled' }])('is refused with %j', async (truncation) => {
    const { status, body } = await ask({ input, ...truncation });
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { code: 'context_length_exceeded' } });
  });

  it('loses its oldest turns with truncation auto, and no more of them than it must', async () => {
    const { body, begins, usage } = await ask({ input, truncation: 'auto' });
    expect(begins).toEqual(['Be', 'B', 'C', 'Well?']);
    expect(body.truncation).toBe('auto');
    const fitting = await ask({ input: input.slice(1) });
    expect(usage.input_tokens).toBe((fitting.usage as Json).input_tokens);
  });

  it('is refused when its last turn alone is too large', async () => {
    const input = [last, { role: 'user', content: 'word '.repeat(128_001) }];
    expect((await ask({ input, truncation: 'auto' })).status).toBe(400);
  });
});

describe('An input that fits', () => {
  it('is read whole with truncation auto', async () => {
    const { begins } = await ask({ input: [long('A'), last], truncation: 'auto' });
    expect(begins).toEqual(['Be', 'A', 'Well?']);
  });
});
