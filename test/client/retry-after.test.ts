import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundRetryAfter, readRetryAfter } from '../../src/client/retry-after.ts';

const now = Date.UTC(2026, 10, 20, 12, 0, 0);
const inTenSeconds = new Date(now + 10_000).toUTCString();

const table: [
  what: string,
  headers: Record<string, string>,
  asked: number | null,
  bounded: string | null,
][] = [
  ['nothing', {}, null, null],
  ['seconds', { 'retry-after': '2' }, 2_000, '2000'],
  ['a fraction of a second', { 'retry-after': '0.25' }, 250, '250'],
  ['milliseconds', { 'retry-after-ms': '750' }, 750, '750'],
  ['both: milliseconds win', { 'retry-after-ms': '750', 'retry-after': '9' }, 750, '750'],
  [
    'unreadable milliseconds and seconds',
    { 'retry-after-ms': 'soon', 'retry-after': '9' },
    9_000,
    '9000',
  ],
  [
    'negative milliseconds and seconds',
    { 'retry-after-ms': '-1', 'retry-after': '9' },
    9_000,
    '9000',
  ],
  ['no wait at all', { 'retry-after': '0' }, 0, '1'],
  ['zero milliseconds', { 'retry-after-ms': '0' }, 0, '1'],
  ['a minute', { 'retry-after': '60' }, 60_000, '60000'],
  ['two minutes', { 'retry-after': '120' }, 120_000, '60000'],
  ['so long that a timer overflows', { 'retry-after': '3000000' }, 3_000_000_000, '60000'],
  ['a date ahead', { 'retry-after': inTenSeconds }, 10_000, '10000'],
  ['this very moment', { 'retry-after': new Date(now).toUTCString() }, 0, '1'],
  [
    'a date in the older form',
    { 'retry-after': 'Friday, 20-Nov-26 12:00:10 GMT' },
    10_000,
    '10000',
  ],
  ['a date in the past', { 'retry-after': new Date(now - 1_000).toUTCString() }, null, null],
  ['a negative number', { 'retry-after': '-5' }, null, null],
  ['words', { 'retry-after': 'later' }, null, null],
  ['words in which JavaScript sees a date', { 'retry-after': 'try again in 2099' }, null, null],
  ['words that end as a date does', { 'retry-after': 'never GMT' }, null, null],
  ['an empty value', { 'retry-after': '', 'retry-after-ms': '' }, null, null],
  ['two values', { 'retry-after': '5, 7' }, null, null],
  ['infinity', { 'retry-after': 'Infinity' }, null, null],
  ['not a number', { 'retry-after': 'NaN', 'retry-after-ms': 'NaN' }, null, null],
  ['hexadecimal', { 'retry-after': '0x10' }, null, null],
  ['a number past counting', { 'retry-after': '9'.repeat(400) }, null, null],
];

describe('what a server asks for', () => {
  it.each(table)('%s', (_, headers, asked) => {
    expect(readRetryAfter(new Headers(headers), now)).toBe(asked);
  });
});

describe('what the SDK is told to wait', () => {
  it.each(table)('%s', (_, headers, _asked, told) => {
    const bounded = boundRetryAfter(new Headers({ ...headers, 'x-other': 'kept' }), now);
    expect(bounded.get('retry-after-ms')).toBe(told);
    expect(bounded.get('x-other')).toBe('kept');
    // The server's own word stays readable, unless it is nonsense that the SDK would obey.
    expect(bounded.get('retry-after')).toBe(
      told === null ? null : (headers['retry-after'] ?? null),
    );
  });
});

const headerText = fc.string({
  unit: fc.constantFrom(...'0123456789.-+e xGMTNovFri,:'),
  maxLength: 30,
});
const anyHeaders = fc.record(
  { 'retry-after': headerText, 'retry-after-ms': headerText },
  { requiredKeys: [] },
);

it('whatever the headers say, the wait is null or a finite number from 0 up', () => {
  fc.assert(
    fc.property(anyHeaders, (headers) => {
      const asked = readRetryAfter(new Headers(headers), now);
      expect(asked === null || (Number.isFinite(asked) && asked >= 0)).toBe(true);
    }),
  );
});

it('whatever the headers say, the SDK waits between a millisecond and a minute, or as long as it likes itself', () => {
  fc.assert(
    fc.property(anyHeaders, (headers) => {
      const bounded = boundRetryAfter(new Headers(headers), now);
      const told = bounded.get('retry-after-ms');
      if (told === null) expect(bounded.has('retry-after')).toBe(false);
      else {
        expect(Number.parseFloat(told)).toBeGreaterThanOrEqual(1);
        expect(Number.parseFloat(told)).toBeLessThanOrEqual(60_000);
      }
    }),
  );
});

it('a whole number of seconds up to a minute is waited exactly', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), (seconds) => {
      const bounded = boundRetryAfter(new Headers({ 'retry-after': String(seconds) }), now);
      expect(bounded.get('retry-after-ms')).toBe(String(seconds * 1000));
    }),
  );
});
