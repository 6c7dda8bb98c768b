import { TrieRouter } from 'hono/router/trie-router';
import { describe, expect, it } from 'vitest';
import { RememberingRouter } from '../../src/sandbox/router.ts';

const routes = [
  ['ALL', '/*', 'all'],
  ['POST', '/v1/responses', 'create'],
  ['POST', '/v1/responses/compact', 'compact'],
  ['GET', '/v1/responses/:id', 'retrieve'],
  ['POST', '/v1/responses/:id/cancel', 'cancel'],
  ['ALL', '/v1/responses', 'refuse'],
] as const;
const methods = ['GET', 'POST', 'DELETE', 'FOO'];
const paths = [
  '/v1/responses',
  '/v1/responses/',
  '/v1/responses/compact',
  '/v1/responses/resp_1',
  '/v1/responses/resp_2',
  '/v1/responses/resp_1/cancel',
  '/v1/responses/:id',
  '/',
  '/v2',
];

describe('The router that remembers', () => {
  it('finds what Hono’s trie finds, the first time and the second', () => {
    const [trie, remembering] = [new TrieRouter<string>(), new RememberingRouter<string>()];
    for (const [method, path, handler] of routes) {
      trie.add(method, path, handler);
      remembering.add(method, path, handler);
    }
    for (const method of methods) {
      for (const path of paths) {
        const found = trie.match(method, path);
        expect(remembering.match(method, path), `${method} ${path}`).toEqual(found);
        expect(remembering.match(method, path), `${method} ${path} again`).toEqual(found);
      }
    }
  });

  it('finds a route that was added after a search', () => {
    const router = new RememberingRouter<string>();
    router.add('ALL', '/*', 'all');
    router.add('GET', '/v1/models', 'first');
    const before = router.match('GET', '/v1/models')[0].length;
    router.add('GET', '/v1/models', 'second');
    expect(router.match('GET', '/v1/models')[0]).toHaveLength(before + 1);
  });
});
