import { describe, expect, it } from 'vitest';
import { isLocal } from '../../src/sandbox/host.ts';

describe('A host is local', () => {
  it.each(['127.0.0.1', '127.0.0.1:8787', '127.1.2.3', 'localhost:1', 'LOCALHOST', '[::1]:8787'])(
    'when it is %s',
    (host) => expect(isLocal(host)).toBe(true),
  );

  it.each([
    undefined,
    '',
    'evil.example',
    'evil.example:8787',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    'evil.example/127.0.0.1',
    '127.0.0.1@evil.example',
    '127.0.0.1:port',
    '[::2]',
    '10.0.0.1',
  ])('and not when it is %s', (host) => expect(isLocal(host)).toBe(false));
});
