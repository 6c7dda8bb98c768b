import type { Context } from 'hono';
import type { SandboxEnv } from '../services.ts';
import type { ResponseStore, StoredResponse } from '../store.ts';
import { ApiError, notOffered, responseNotFound } from '../wire/errors.ts';
import { integer, oneOf } from '../wire/fields.ts';

/** `GET /v1/responses/{id}` */
export function retrieveResponse(store: ResponseStore) {
  return (c: Context<SandboxEnv>): Response => {
    if (c.req.query('stream') === 'true') throw notOffered('stream');
    return Response.json(stored(c, store).response);
  };
}

/** `DELETE /v1/responses/{id}` */
export function deleteResponse(store: ResponseStore) {
  return (c: Context<SandboxEnv>): Response => {
    const { id } = stored(c, store).response;
    store.delete(id);
    return Response.json({ id, object: 'response', deleted: true });
  };
}

const pageSize = integer({ min: 1, max: 100 });
const order = oneOf(['asc', 'desc']);

/** `GET /v1/responses/{id}/input_items`: newest first unless `order=asc`, 20 a page unless `limit` says otherwise. */
export function listInputItems(store: ResponseStore) {
  return (c: Context<SandboxEnv>): Response => {
    const { inputItems } = stored(c, store);
    const limit = pageSize(numberOf(c.req.query('limit') ?? '20'), 'limit');
    const isNewestFirst = order(c.req.query('order') ?? 'desc', 'order') === 'desc';
    const items = isNewestFirst ? inputItems.toReversed() : inputItems;
    const start = indexAfter(
      items.map(({ id }) => id),
      c.req.query('after'),
    );
    const data = items.slice(start, start + limit);
    return Response.json({
      object: 'list',
      data,
      first_id: data[0]?.id ?? null,
      has_more: start + limit < items.length,
      last_id: data.at(-1)?.id ?? null,
    });
  };
}

function stored(c: Context<SandboxEnv>, store: ResponseStore): StoredResponse {
  const id = c.req.param('id') ?? '';
  const found = store.get(id);
  if (found === undefined) throw responseNotFound(id);
  return found;
}

/** A query parameter as a number, or as it is when it is none. */
function numberOf(text: string): unknown {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

function indexAfter(ids: readonly string[], after: string | undefined): number {
  if (after === undefined) return 0;
  const index = ids.indexOf(after);
  if (index < 0) {
    throw new ApiError(400, `Item with id '${after}' not found.`, { param: 'after' });
  }
  return index + 1;
}
