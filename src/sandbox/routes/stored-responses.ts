import type { Context } from 'hono';
import type { SandboxEnv } from '../services.ts';
import type { Responses, StoredResponse } from '../store.ts';
import { ApiError, responseNotFound } from '../wire/errors.ts';
import type { ResponseEvent } from '../wire/events.ts';
import { integer, oneOf } from '../wire/fields.ts';
import { numeric } from '../wire/numeric.ts';
import { pageOf } from '../wire/page.ts';
import { eventStream, json, jsonText, type Reply } from '../wire/reply.ts';
import { namedFrames } from '../wire/response-frames.ts';

/** `GET /v1/responses/{id}`: as it stands now; with `stream=true` its events, from the one after `starting_after`. */
export function retrieveResponse(store: Responses) {
  return (c: Context<SandboxEnv>): Reply => {
    const { id, found } = stored(c, store);
    const { run } = found;
    if (!isSet(c, 'stream')) return jsonText(found.json);
    if (!run?.isStreamed) throw notStreamed(id);
    const after = startingAfter(c.req.query('starting_after') ?? -1, 'starting_after');
    const events = run.follow(after, {
      fault: null,
      signal: c.req.raw.signal,
    });
    const isPadded = isSet(c, 'include_obfuscation', true);
    return eventStream(namedFrames(isPadded ? events : withoutPadding(events)));
  };
}

const startingAfter = numeric(integer({ min: -1 }));
const flag = oneOf(['true', 'false']);

/** A yes or no of the query; `absent` where it is left out. */
function isSet(c: Context<SandboxEnv>, name: string, absent = false): boolean {
  return flag(c.req.query(name) ?? String(absent), name) === 'true';
}

async function* withoutPadding(events: AsyncIterable<readonly ResponseEvent[]>) {
  for await (const portion of events) yield portion.map(({ obfuscation, ...event }) => event);
}

/** `POST /v1/responses/{id}/cancel`: only for the background. What has ended stays as it is. */
export function cancelResponse(store: Responses) {
  return (c: Context<SandboxEnv>): Reply => {
    const { run } = stored(c, store).found;
    if (run === null) throw synchronous();
    run.cancel();
    return json(run.response);
  };
}

/** `DELETE /v1/responses/{id}`: in the background it also stops. */
export function deleteResponse(store: Responses) {
  return (c: Context<SandboxEnv>): Reply => {
    const { id, found } = stored(c, store);
    found.run?.cancel();
    store.delete(id);
    return json({ id, object: 'response', deleted: true });
  };
}

/** `GET /v1/responses/{id}/input_items`: newest first unless `order=asc`, 20 a page unless `limit` says otherwise. */
export function listInputItems(store: Responses) {
  return (c: Context<SandboxEnv>): Reply => {
    const { inputItems } = stored(c, store).found;
    return json(pageOf(inputItems, (name) => c.req.query(name), { usual: 20, most: 100 }));
  };
}

function stored(c: Context<SandboxEnv>, store: Responses): { id: string; found: StoredResponse } {
  const id = c.req.param('id') ?? '';
  const found = store.get(id);
  if (found === undefined) throw responseNotFound(id);
  return { id, found };
}

/** As other servers of this protocol quote the API; no recording of it was found. */
function synchronous(): ApiError {
  return new ApiError(400, 'Cannot cancel a synchronous response.', { param: 'response_id' });
}

/** The rule is in OpenAI's background guide, the words are ours. */
function notStreamed(id: string): ApiError {
  return new ApiError(
    400,
    `Response with id '${id}' cannot be streamed: it was not created with 'background' and 'stream'.`,
    { param: 'stream', code: 'invalid_value' },
  );
}
