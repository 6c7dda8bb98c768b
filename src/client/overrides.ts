import { asObject, parseJson } from './json.ts';

/** What a learner's flags set in a request, named as in the body; absent means: as the demo wrote it. */
export interface RequestOverrides {
  readonly instructions?: string;
  readonly temperature?: number;
  readonly top_p?: number;
  readonly max_output_tokens?: number;
  readonly reasoning?: { readonly effort: string };
}

const creatingPath = /\/responses$/;
const countingPath = /\/responses\/input_tokens$/;

/** The body with the overrides set; anything but a Responses request is given back as it was. */
export function overrideBody(path: string, body: unknown, overrides: RequestOverrides): unknown {
  const fields = asObject(body);
  if (!fields || Object.keys(overrides).length === 0) return body;
  if (creatingPath.test(path)) return { ...fields, ...overrides };
  // Counting knows the part of the parameters that decides how much is read.
  const { instructions } = overrides;
  if (!countingPath.test(path) || instructions === undefined) return body;
  return { ...fields, instructions };
}

/** A `fetch` whose Responses requests carry the overrides, for demos that do without the SDK. */
export function overridingFetch(inner: typeof fetch, overrides: RequestOverrides): typeof fetch {
  if (Object.keys(overrides).length === 0) return inner;
  return (input, init) => {
    if (typeof init?.body !== 'string') return inner(input, init);
    const body = parseJson(init.body);
    const { pathname } = new URL(String(input));
    const overridden = overrideBody(pathname, body, overrides);
    // What is not overridden goes out as it was written, broken JSON too.
    if (overridden === body) return inner(input, init);
    return inner(input, { ...init, body: JSON.stringify(overridden) });
  };
}
