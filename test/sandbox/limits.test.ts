import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ModelLimits } from '../../src/sandbox/limits.ts';
import { ApiError } from '../../src/sandbox/wire/errors.ts';
import { goDuration } from '../../src/sandbox/wire/go-duration.ts';
import { create, simulatedClock, testSandbox } from './sandbox-under-test.ts';

describe('A duration is written as Go does:', () => {
  it.each([
    [0, '0s'],
    [4, '4ms'],
    [120, '120ms'],
    [999, '999ms'],
    [1000, '1s'],
    [3114, '3.114s'],
    [8640, '8.64s'],
    [20_000, '20s'],
    [360_000, '6m0s'],
    [432_000, '7m12s'],
    [1_728_000, '28m48s'],
    [3_600_000, '1h0m0s'],
  ])('%i ms is %s', (ms, written) => {
    expect(goDuration(ms)).toBe(written);
  });
});

const text = (limit: string) =>
  `Rate limit reached for gpt-4o-mini in organization org-sandbox on ${limit} Visit https://platform.openai.com/account/rate-limits to learn more.`;

describe('Requests a minute', () => {
  it('are refused above the limit, with the wait and what the API says', async () => {
    const sandbox = await testSandbox({ limits: { rpm: 3, tpm: null } });
    const answers = [];
    for (let asked = 0; asked < 4; asked += 1) answers.push(await create(sandbox));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    const last = answers.at(-1);
    expect(last?.body).toEqual({
      error: {
        message: text(
          'requests per min (RPM): Limit 3, Used 3, Requested 1. Please try again in 20s.',
        ),
        type: 'requests',
        param: null,
        code: 'rate_limit_exceeded',
      },
    });
    expect(Object.fromEntries(last?.headers ?? [])).toMatchObject({
      'retry-after': '20',
      'retry-after-ms': '20000',
      'x-ratelimit-limit-requests': '3',
      'x-ratelimit-remaining-requests': '0',
      'x-ratelimit-reset-requests': '1m0s',
    });
  });

  it('come back evenly, not at the turn of a minute', async () => {
    const clock = simulatedClock();
    const sandbox = await testSandbox({ clock, limits: { rpm: 6, tpm: null } });
    const status = async () => (await create(sandbox)).status;
    for (let asked = 0; asked < 6; asked += 1) await status();
    expect(await status()).toBe(429);
    clock.advance(9_000);
    expect(await status()).toBe(429);
    clock.advance(1_000);
    expect(await status()).toBe(200);
    expect(await status()).toBe(429);
    clock.advance(3_600_000);
    const { headers } = await create(sandbox);
    expect(headers.get('x-ratelimit-remaining-requests')).toBe('5');
  });

  it('are counted for each model on its own', async () => {
    const sandbox = await testSandbox({ limits: { rpm: 1, tpm: null } });
    const statuses = [];
    for (const model of ['gpt-4o-mini', 'gpt-4o', 'gpt-4o-mini-2024-07-18']) {
      statuses.push((await create(sandbox, { model })).status);
    }
    expect(statuses).toEqual([200, 200, 429]);
  });

  it('are not used up by requests that are wrong in themselves', async () => {
    const sandbox = await testSandbox({ limits: { rpm: 1, tpm: null } });
    expect((await create(sandbox, { temperature: 3 })).status).toBe(400);
    expect((await create(sandbox)).status).toBe(200);
  });
});

describe('Tokens a minute', () => {
  it('count a quarter of the characters and the cap', async () => {
    const sandbox = await testSandbox({ limits: { rpm: null, tpm: 1000 } });
    const { headers } = await create(sandbox, { input: 'a'.repeat(400), max_output_tokens: 300 });
    expect(headers.get('x-ratelimit-remaining-tokens')).toBe('600');
    expect(headers.get('x-ratelimit-reset-tokens')).toBe('24s');
  });

  it.each([
    // Limit, used before, requested, wait: from published error messages.
    [200_000, 198_168, 5_110, '983ms'],
    [200_000, 161_755, 45_096, '2.055s'],
    [10_000, 9_348, 5_086, '26.604s'],
  ])('of %i with %i used are refused %i more for %s', (limit, used, requested, wait) => {
    const limits = new ModelLimits('gpt-4o-mini', { rpm: null, tpm: limit }, () => 0);
    limits.take(used);
    expect(() => limits.take(requested)).toThrow(
      text(
        `tokens per min (TPM): Limit ${limit}, Used ${used}, Requested ${requested}. Please try again in ${wait}.`,
      ),
    );
  });

  it('say so when no wait would help', async () => {
    const sandbox = await testSandbox({ limits: { rpm: null, tpm: 100 } });
    const { status, headers, body } = await create(sandbox, { max_output_tokens: 500 });
    expect(status).toBe(429);
    expect(headers.get('retry-after')).toBeNull();
    expect(body).toEqual({
      error: {
        message:
          'Request too large for gpt-4o-mini in organization org-sandbox on tokens per min (TPM): Limit 100, Requested 501. The input or output tokens must be reduced in order to run successfully. Visit https://platform.openai.com/account/rate-limits to learn more.',
        type: 'tokens',
        param: null,
        code: 'rate_limit_exceeded',
      },
    });
  });
});

describe('Without limits', () => {
  it('nothing is refused and the headers still count', () => {
    const limits = new ModelLimits('gpt-4o-mini', { rpm: null, tpm: null }, () => 0);
    for (let asked = 0; asked < 40_000; asked += 1) limits.take(10_000);
    expect(limits.headers()).toMatchObject({
      'x-ratelimit-remaining-requests': '0',
      'x-ratelimit-remaining-tokens': '0',
      'x-ratelimit-reset-requests': '1m0s',
    });
  });
});

describe('Whatever is asked and whenever,', () => {
  const refusal = (limits: ModelLimits, tokens: number) => {
    try {
      limits.take(tokens);
    } catch (error) {
      if (error instanceof ApiError) return error;
    }
    return null;
  };

  it('who waits as long as was said is let in', () => {
    const limit = fc.integer({ min: 1, max: 5000 });
    const steps = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.double({ min: 0, max: 1 })),
    );
    fc.assert(
      fc.property(limit, limit, steps, (rpm, tpm, asked) => {
        let now = 0;
        const limits = new ModelLimits('m', { rpm, tpm }, () => now);
        for (const [pause, share] of asked) {
          now += pause;
          const tokens = Math.max(1, Math.floor(tpm * (Number.isNaN(share) ? 1 : share)));
          for (const _ of ['requests', 'tokens']) {
            const refused = refusal(limits, tokens);
            if (refused === null) break;
            now += Number(refused.headers['retry-after-ms']);
            if (refused.type === 'tokens') expect(refusal(limits, tokens)).toBeNull();
          }
        }
      }),
    );
  });
});
