import { LRUCache } from 'lru-cache';
import type { BackgroundRun } from './background.ts';
import { isObject } from './wire/fields.ts';
import type { Item } from './wire/items.ts';
import type { ResponseObject } from './wire/response-object.ts';

/** An answer that can be fetched again and continued. */
export interface StoredResponse {
  /**
   * As it stands now: in the background it changes until it ends. As JSON, since what has ended takes a third of the room of
   * its object.
   */
  readonly json: string;
  /** What it answered: earlier turns of the conversation and the input of its request, oldest first. */
  readonly inputItems: readonly Item[];
  /** Of a response in the background. */
  readonly run: BackgroundRun | null;
}

/** Where responses are found by their id. */
export interface Responses {
  get(id: string): StoredResponse | undefined;
  /** Keeps a response that may be kept: one with `store: false` is gone. */
  add(response: ResponseObject, stored: StoredResponse): void;
  /** Whether there was such a response. */
  delete(id: string): boolean;
}

interface Bounds {
  readonly maxResponses: number;
  /** Characters over all responses. */
  readonly maxSize: number;
}

const defaultBounds: Bounds = { maxResponses: 10_000, maxSize: 200_000_000 };

/** Responses by id, in memory and bounded: those that were not used for longest are dropped first. */
export class ResponseStore implements Responses {
  readonly #entries: LRUCache<string, StoredResponse>;

  constructor({ maxResponses, maxSize }: Bounds = defaultBounds) {
    this.#entries = new LRUCache({ max: maxResponses, maxSize, sizeCalculation: sizeOf });
  }

  get(id: string): StoredResponse | undefined {
    return this.#entries.get(id);
  }

  add({ id, store }: ResponseObject, stored: StoredResponse): void {
    if (store) this.#entries.set(id, stored);
  }

  delete(id: string): boolean {
    return this.#entries.delete(id);
  }
}

/** Characters of what it holds. */
function sizeOf({ json, inputItems, run }: StoredResponse): number {
  const ofRun = run === null ? 0 : JSON.stringify(run).length;
  return json.length + ofRun + charactersOf(inputItems);
}

/** Those of all names and texts in what was parsed from JSON: to make the JSON again would take ten times as long. */
function charactersOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  let characters = 0;
  if (Array.isArray(value)) {
    for (const each of value) characters += charactersOf(each);
  } else if (isObject(value)) {
    for (const name in value) characters += name.length + charactersOf(value[name]);
  }
  return characters;
}
