import { describe, expect, it } from 'vitest';
import { FileStore, type StoredFile } from '../../src/sandbox/file-store.ts';

const overhead = 1024;

function file(id: string, bytes: number, expires_at: number | null = null): StoredFile {
  return {
    object: {
      object: 'file',
      id,
      purpose: 'evals',
      filename: id,
      bytes,
      created_at: 0,
      expires_at,
      status: 'processed',
      status_details: null,
    },
    content: new Uint8Array(bytes),
  };
}

describe('The store of files', () => {
  const ids = (store: FileStore) => store.list().map(({ id }) => id);

  it('refuses what has no room, and drops nothing for it', () => {
    const store = new FileStore(() => 0, 2 * (100 + overhead));
    store.add(file('a', 100));
    store.add(file('b', 100));
    expect(() => store.add(file('c', 0))).toThrow('has no room for this one');
    expect(ids(store)).toEqual(['a', 'b']);
  });

  it('has room again for what was deleted, once', () => {
    const store = new FileStore(() => 0, 100 + overhead);
    store.add(file('a', 100));
    store.delete('a');
    store.delete('a');
    store.add(file('b', 100));
    expect(() => store.add(file('c', 100))).toThrow('has no room');
    expect(ids(store)).toEqual(['b']);
  });

  it('has room again for what has expired', () => {
    let now = 0;
    const store = new FileStore(() => now, 100 + overhead);
    store.add(file('a', 100, 60));
    now = 60_000;
    expect(store.get('a')).toBeUndefined();
    store.add(file('b', 100));
    expect(ids(store)).toEqual(['b']);
  });

  it('counts empty files too', () => {
    const store = new FileStore(() => 0, 2 * overhead);
    store.add(file('a', 0));
    store.add(file('b', 0));
    expect(() => store.add(file('c', 0))).toThrow('has no room');
  });
});
