import { format, inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskKey, maskKeysIn, Secret } from '../src/secret.ts';

const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-'];
const keys = fc
  .array(fc.constantFrom(...letters), { minLength: 20, maxLength: 60 })
  .map((tail) => `sk-${tail.join('')}`);

describe('A secret', () => {
  const ways: [string, (secret: Secret) => string][] = [
    ['a template', (secret) => `${secret}`],
    ['concatenation', (secret) => `Bearer ${String(secret)}`],
    ['JSON', (secret) => JSON.stringify({ secret })],
    [
      'inspect',
      (secret) => inspect({ deep: { er: { secret } } }, { depth: null, showHidden: true }),
    ],
    ['console formatting', (secret) => format('%s %o %O %j', secret, secret, secret, secret)],
    ['its own entries', (secret) => JSON.stringify(Object.entries(secret))],
  ];

  it.each(ways)('is not shown by %s', (_, show) => {
    fc.assert(
      fc.property(keys, (key) => {
        expect(show(new Secret(key))).not.toContain(key.slice(3, -4));
      }),
    );
  });

  it('gives the key to whoever asks for it by name', () => {
    expect(new Secret('sk-0123456789abcdef').reveal()).toBe('sk-0123456789abcdef');
  });
});

describe('A key of this run', () => {
  it('is hidden in texts, whatever it looks like', () => {
    new Secret('gateway/0123456789');
    expect(maskKeysIn('No such key: gateway/0123456789.')).toBe('No such key: gat…6789.');
  });

  it('that is a mere word is not', () => {
    new Secret('ollama');
    expect(maskKeysIn('The model ollama/x is unknown.')).toBe('The model ollama/x is unknown.');
  });
});

describe('A masked key', () => {
  it('keeps its first three and last four characters', () => {
    expect(maskKey('sk-proj-0123456789abcd')).toBe('sk-…abcd');
  });

  it('shows nothing of a short one', () => {
    expect(maskKey('sk-short')).toBe('sk-…');
    expect(maskKey('x')).toBe('sk-…');
  });
});

describe('A text that is not ours', () => {
  it('loses every key in it and nothing else', () => {
    const text =
      'Incorrect: sk-proj-AAAA_BBBB-CCCCdddd, and (sk-0123456789abcdef). A task-force, sk-ip.';
    expect(maskKeysIn(text)).toBe('Incorrect: sk-…dddd, and (sk-…cdef). A task-force, sk-ip.');
  });

  it('never keeps a key, wherever it stands', () => {
    fc.assert(
      fc.property(keys, (key) => {
        expect(maskKeysIn(`{"message":"your key '${key}' is wrong"}`)).not.toContain(
          key.slice(3, -4),
        );
      }),
    );
  });
});
