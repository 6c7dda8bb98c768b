import type { Context } from 'hono';
import { Batch } from '../batch.ts';
import type { SandboxEnv, Services } from '../services.ts';
import { batchNotFound } from '../wire/batch-errors.ts';
import { readCreateBatch } from '../wire/create-batch.ts';
import { pageOf } from '../wire/page.ts';
import { json, type Reply } from '../wire/reply.ts';

/** `POST /v1/batches` */
export function createBatch(services: Services) {
  return async (c: Context<SandboxEnv>): Promise<Reply> => {
    const request = readCreateBatch(c.get('body'));
    // A batch holds its file until it has ended, and ends when somebody looks.
    await Promise.all(services.batches.list().map((earlier) => earlier.look()));
    const random = services.randomness.next(`batch ${request.input_file_id}`);
    const batch = new Batch(request, services, random);
    services.batches.add(batch);
    return json(batch.object);
  };
}

/** `GET /v1/batches`: newest first, 20 a page unless `limit` says otherwise. */
export function listBatches({ batches }: Services) {
  return async (c: Context<SandboxEnv>): Promise<Reply> => {
    const size = { usual: 20, most: 100 };
    const page = pageOf(batches.list(), (name) => c.req.query(name), size);
    const data = await Promise.all(page.data.map((batch) => batch.look()));
    return json({ ...page, data });
  };
}

/** `GET /v1/batches/{id}` */
export function retrieveBatch(services: Services) {
  return async (c: Context<SandboxEnv>): Promise<Reply> => json(await stored(c, services).look());
}

/** `POST /v1/batches/{id}/cancel` */
export function cancelBatch(services: Services) {
  return async (c: Context<SandboxEnv>): Promise<Reply> => json(await stored(c, services).cancel());
}

function stored(c: Context<SandboxEnv>, { batches }: Services): Batch {
  const id = c.req.param('id') ?? '';
  const found = batches.get(id);
  if (found === undefined) throw batchNotFound(id);
  return found;
}
