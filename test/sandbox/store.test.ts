import { describe, expect, it } from 'vitest';
import { ResponseStore, type StoredResponse } from '../../src/sandbox/store.ts';

/** Only the id matters to the store; `padding` makes it large. */
const stored = (id: string, padding = '') =>
  ({ response: { id, store: true }, inputItems: [padding] }) as unknown as StoredResponse;

const kept = (store: ResponseStore, ids: string) =>
  [...ids].filter((id) => store.get(id) !== undefined).join('');

describe('The store', () => {
  it('drops the oldest when there are too many', () => {
    const store = new ResponseStore({ maxResponses: 2, maxSize: 1000 });
    for (const id of 'abc') store.add(stored(id));
    expect(kept(store, 'abc')).toBe('bc');
  });

  it('drops as many as it takes when they are too large', () => {
    const store = new ResponseStore({ maxResponses: 10, maxSize: 320 });
    for (const id of 'abc') store.add(stored(id));
    store.add(stored('d', 'x'.repeat(200)));
    expect(kept(store, 'abcd')).toBe('cd');
  });

  it('counts what a response in the background is going to hold', () => {
    const store = new ResponseStore({ maxResponses: 10, maxSize: 300 });
    const run = { toJSON: () => 'x'.repeat(200) } as unknown as StoredResponse['run'];
    store.add(stored('a'));
    store.add({ ...stored('b'), run });
    expect(kept(store, 'ab')).toBe('b');
  });

  it('has room again for what was deleted', () => {
    const store = new ResponseStore({ maxResponses: 10, maxSize: 300 });
    store.add(stored('a', 'x'.repeat(200)));
    expect(store.delete('a')).toBe(true);
    expect(store.delete('a')).toBe(false);
    store.add(stored('b'));
    store.add(stored('c', 'x'.repeat(100)));
    expect(kept(store, 'abc')).toBe('bc');
  });

  it('does not keep what alone is too large', () => {
    const store = new ResponseStore({ maxResponses: 10, maxSize: 100 });
    store.add(stored('a', 'x'.repeat(200)));
    expect(kept(store, 'a')).toBe('');
  });
});
