import { describe, expect, it } from 'vitest';
import { CourseError } from '../../src/errors.ts';
import { dueMs, paceOf, parseLatency } from '../../src/sandbox/latency.ts';
import {
  create,
  eventOf,
  frozenClock,
  sandboxRequest,
  simulatedClock,
  streamEvents,
  testSandbox,
} from './sandbox-under-test.ts';

describe('--latency', () => {
  it.each([
    ['realistic', 'realistic'],
    ['none', 'none'],
    ['0', 0],
    ['800', 800],
  ])('%s is read', (text, latency) => {
    expect(parseLatency(text)).toBe(latency);
  });

  it.each(['', 'slow', '-1', '1.5', '1e3', ' 800', '99999999', 'NaN'])('%j is refused', (text) => {
    expect(() => parseLatency(text)).toThrow(CourseError);
  });
});

describe('The realistic pace', () => {
  it.each([
    { random: 0, first: 280 },
    { random: 0.5, first: 400 },
    { random: 1, first: 520 },
  ])('has its first token after $first ms, then 60 a second', ({ random, first }) => {
    const pace = paceOf('realistic', 100, () => random);
    expect(dueMs(pace, 0)).toBeCloseTo(first, 9);
    expect(dueMs(pace, 60) - dueMs(pace, 0)).toBeCloseTo(1000, 9);
  });
});

describe('A fixed latency', () => {
  it.each([1, 2, 50])('is over with the last of %i tokens', (tokens) => {
    expect(dueMs(paceOf(800, tokens, Math.random), tokens - 1)).toBeCloseTo(800, 9);
  });

  it('is what a plain answer takes', async () => {
    const clock = simulatedClock();
    const start = clock.now();
    const { headers, body } = await create(await testSandbox({ clock, latency: 1500 }));
    expect(clock.now() - start).toBeCloseTo(1500, 6);
    expect(headers.get('openai-processing-ms')).toBe('1500');
    expect(Number(body.completed_at) - Number(body.created_at)).toBe(1);
  });

  it('is what an answer without a word takes too', async () => {
    const clock = simulatedClock();
    const start = clock.now();
    const asked = { model: 'gpt-6-luna', max_output_tokens: 16 };
    await create(await testSandbox({ clock, latency: 1500 }), asked);
    expect(clock.now() - start).toBeCloseTo(1500, 6);
  });

  it('is spread evenly over the deltas of a stream, after a wait for the first', async () => {
    const clock = simulatedClock();
    const sandbox = await testSandbox({ clock, latency: 1000, answer: () => ' word'.repeat(5) });
    await streamEvents(sandbox);
    expect(clock.slept.map(Math.round)).toEqual([200, 200, 200, 200, 200]);
  });
});

describe('No latency', () => {
  it('never sleeps', async () => {
    const clock = simulatedClock();
    const sandbox = await testSandbox({ clock });
    await create(sandbox);
    await streamEvents(sandbox);
    expect(clock.slept).toEqual([]);
  });
});

describe('While the first token is awaited', () => {
  it('the headers and the first events are already there, and an abort ends the wait', async () => {
    const client = new AbortController();
    const body = '{"model":"gpt-4o-mini","input":"hi","stream":true}';
    const request = sandboxRequest('/v1/responses', { body, signal: client.signal });
    const sandbox = await testSandbox({ clock: frozenClock(), latency: 'realistic' });
    const response = await sandbox.fetch(request);
    const reader = response.body?.getReader();
    const decoder = new TextDecoder();
    const types: unknown[] = [];
    for (let read = 0; read < 4; read += 1) {
      const chunk = await reader?.read();
      types.push(eventOf(decoder.decode(chunk?.value)).type);
    }
    expect(types.at(-1)).toBe('response.content_part.added');
    const delta = reader?.read();
    client.abort(new Error('gave up'));
    await expect(delta).rejects.toThrow('gave up');
  });
});
