import type { Json } from './sandbox-under-test.ts';

export type SpecificationName = 'OpenAI' | 'Open Responses';

/** A point in which real answers differ from a specification. The real answer wins. */
export interface Recording {
  readonly what: string;
  readonly differsFrom: SpecificationName;
  readonly source: string;
  /** Whether an object, anywhere in an answer, has this form. */
  readonly isRecorded: (object: Json) => boolean;
  /** The same object in the form that the specifications ask for. */
  readonly documented: (object: Json) => Json;
}

export const recordings: readonly Recording[] = [
  {
    what: 'A response has `user: null` when none was given; documented is only to leave it out',
    differsFrom: 'OpenAI',
    source: 'recorded traffic, September 2026',
    isRecorded: ({ object, user }) => object === 'response' && user === null,
    documented: ({ user, ...response }) => response,
  },
  {
    what: 'A response has `usage: null` until it has ended well; documented is only to leave it out',
    differsFrom: 'OpenAI',
    source: 'recorded traffic, September 2026',
    isRecorded: ({ object, usage }) => object === 'response' && usage === null,
    documented: ({ usage, ...response }) => response,
  },
  {
    what: 'The last event of a call’s arguments has no `name`; documented is that it has one',
    differsFrom: 'OpenAI',
    source: 'recorded traffic, May 2026; the SDK has dropped it too',
    isRecorded: lacksName,
    documented: (event) => ({ ...event, name: 'get_weather' }),
  },
  {
    what: 'A format of an answer has `description: null` when none was given; documented is only to leave it out',
    differsFrom: 'OpenAI',
    source: "examples of responses in OpenAI's API reference",
    isRecorded: ({ type, description }) => type === 'json_schema' && description === null,
    documented: ({ description, ...format }) => format,
  },
  {
    what: 'A format of an answer repeats its `schema`; documented is only null, by a mistake of the document',
    differsFrom: 'Open Responses',
    source: "examples of responses in OpenAI's API reference",
    isRecorded: ({ type, schema }) => type === 'json_schema' && schema !== null,
    documented: (format) => ({ ...format, schema: null }),
  },
  {
    what: 'A completion of gpt-5 or later has `system_fingerprint: null`; documented is a text',
    differsFrom: 'OpenAI',
    source: 'recorded traffic, August 2025 to October 2026',
    isRecorded: ({ object, system_fingerprint }) =>
      isCompletion(object) && system_fingerprint === null,
    documented: ({ system_fingerprint, ...completion }) => completion,
  },
  {
    what: 'A choice of a model that reasons has no `logprobs`; documented is that it is null',
    differsFrom: 'OpenAI',
    source: 'recorded traffic, August 2025 to October 2026',
    isRecorded: ({ message, finish_reason, logprobs }) =>
      message !== undefined && finish_reason !== undefined && logprobs === undefined,
    documented: (choice) => ({ ...choice, logprobs: null }),
  },
  {
    what: 'An embedding that was asked for as base64 is a string; documented is only a list of numbers',
    differsFrom: 'OpenAI',
    source: 'the official SDKs, which ask for base64 and decode it',
    isRecorded: ({ object, embedding }) => object === 'embedding' && typeof embedding === 'string',
    documented: (item) => ({ ...item, embedding: [0] }),
  },
  {
    what: 'A file has null where nothing is known; documented is only to leave it out',
    differsFrom: 'OpenAI',
    source: 'published answers of 2025',
    isRecorded: ({ object, status_details }) => object === 'file' && status_details === null,
    documented: withoutNulls,
  },
  {
    what: 'A batch has null where nothing is known; documented is only to leave it out',
    differsFrom: 'OpenAI',
    source: "examples of OpenAI's batch guide, and published answers of 2026",
    isRecorded: ({ object, expired_at }) => object === 'batch' && expired_at === null,
    documented: withoutNulls,
  },
];

function lacksName({ type, name }: Json): boolean {
  return type === 'response.function_call_arguments.done' && name === undefined;
}

function isCompletion(object: unknown): boolean {
  return object === 'chat.completion' || object === 'chat.completion.chunk';
}

function withoutNulls(object: Json): Json {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null));
}

/** What was received, every object in it as this specification has it. */
export function asDocumented(json: string, name: SpecificationName): Json {
  const applicable = recordings.filter(({ differsFrom }) => differsFrom === name);
  return JSON.parse(json, (_, value: unknown) =>
    isObject(value) ? applicable.reduce(corrected, value) : value,
  );
}

function corrected(object: Json, { isRecorded, documented }: Recording): Json {
  return isRecorded(object) ? documented(object) : object;
}

/** Whether the recorded form is anywhere in what was received. */
export function contains(json: string, { isRecorded }: Recording): boolean {
  let found = false;
  JSON.parse(json, (_, value: unknown) => {
    found ||= isObject(value) && isRecorded(value);
    return value;
  });
  return found;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
