import { describe, expect, it } from 'vitest';
import { ResponseStore, type StoredResponse } from '../../src/sandbox/store.ts';
import type { ResponseObject } from '../../src/sandbox/wire/response-object.ts';

/** Of a response only the id matters to the store; `padding` makes it large. */
const response = (id: string) => ({ id, store: true }) as ResponseObject;
const stored = (padding = ''): StoredResponse => ({
  json: 'x'.repeat(50) + padding,
  inputItems: [],
  run: null,
});

const kept = (store: ResponseStore, ids: string) =>
  [...ids].filter((id) => store.get(id) !== undefined).join('');

describe('The store', () => {
  it('drops the oldest when there are too many', () => {
    const store = new ResponseStore({ maxResponses: 2, maxSize: 1000 });
    for (const id of 'abc') store.add(response(id), stored());
    expect(kept(store, 'abc')).toBe('bc');
  });

  it('keeps a response that is still used, however old', () => {
    const store = new ResponseStore({ maxResponses: 2, maxSize: 1000 });
    for (const id of 'ab') store.add(response(id), stored());
    store.get('a');
    store.add(response('c'), stored());
    expect(kept(store, 'abc')).toBe('ac');
  });

  it('drops as many as it takes when they are too large', () => {
    const store = new ResponseStore({ maxResponses: 10, maxSize: 320 });
    for (const id of 'abc') store.add(response(id), stored());
    store.add(response('d'), stored('x'.repeat(200)));
    expect(kept(store, 'abcd')).toBe('cd');
  });

  it('counts what a response in the background is going to hold', () => {
    const store = new ResponseStore({ maxResponses: 10, maxSize: 300 });
    const run = { toJSON: () => 'x'.repeat(200) } as unknown as StoredResponse['run'];
    store.add(response('a'), stored());
    store.add(response('b'), { ...stored(), run });
    expect(kept(store, 'ab')).toBe('b');
  });

  it('has room again for what was deleted', () => {
    const store = new ResponseStore({ maxResponses: 10, maxSize: 300 });
    store.add(response('a'), stored('x'.repeat(200)));
    expect(store.delete('a')).toBe(true);
    expect(store.delete('a')).toBe(false);
    store.add(response('b'), stored());
    store.add(response('c'), stored('x'.repeat(100)));
    expect(kept(store, 'abc')).toBe('bc');
  });

  it('does not keep what alone is too large, and drops nothing for it', () => {
    const store = new ResponseStore({ maxResponses: 10, maxSize: 100 });
    store.add(response('a'), stored());
    store.add(response('b'), stored('x'.repeat(200)));
    expect(kept(store, 'ab')).toBe('a');
  });
});
