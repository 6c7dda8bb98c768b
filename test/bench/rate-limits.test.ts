import { describe, expect, it } from 'vitest';
import { readRateLimit } from '../../src/bench/rate-limits.ts';

const headers = (limit: string, remaining: string, reset: string) => ({
  'limit-requests': limit,
  'remaining-requests': remaining,
  'reset-requests': reset,
});
const minute = 60_000;
const day = 86_400_000;

describe('Rate-limit headers', () => {
  it.each([
    // As OpenAI sends them: recorded traffic and its rate-limit guide, 2026.
    ['500', '499', '120ms', minute],
    ['15000', '14999', '4ms', minute],
    ['10000', '9999', '8.64s', day],
    ['10000', '0', '24h0m0s', day],
    ['600', '300', '30s', minute],
    ['600', '0', '1m0s', minute],
    ['200000', '190000', '3s', minute],
    ['30000', '29900', '199ms', minute],
  ])(
    'with limit %s, remaining %s and reset %s have this window',
    (limit, remaining, reset, windowMs) => {
      expect(readRateLimit(headers(limit, remaining, reset), 'requests')).toEqual({
        limit: Number(limit),
        remaining: Number(remaining),
        windowMs,
      });
    },
  );

  it.each([
    ['nothing is used', '600', '600', '0s'],
    ['the reset is cut to nothing', '150000000', '149999999', '0s'],
    ['the reset is no duration', '600', '500', 'soon'],
  ])('do not give the window away when %s', (_, limit, remaining, reset) => {
    expect(readRateLimit(headers(limit, remaining, reset), 'requests')?.windowMs).toBeNull();
  });

  it.each([
    ['missing', {}],
    ['of the other kind', { 'limit-tokens': '5', 'remaining-tokens': '4', 'reset-tokens': '1s' }],
    ['words', headers('many', 'some', '1s')],
    ['negative', headers('600', '-1', '1s')],
    ['more left than there is', headers('600', '601', '1s')],
    ['a limit of nothing', headers('0', '0', '1s')],
  ])('that are %s say nothing', (_, given) => {
    expect(readRateLimit(given, 'requests')).toBeNull();
  });
});
