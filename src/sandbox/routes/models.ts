import type { Context } from 'hono';
import { findModel, isShutDown, type Model, models } from '../../usage/models.ts';
import type { SandboxEnv, Services } from '../services.ts';
import { retiredModel, unknownModel } from '../wire/errors.ts';
import { json, type Reply } from '../wire/reply.ts';

/** `GET /v1/models`: those that are not shut down. */
export function listModels({ today }: Services) {
  return (): Reply => {
    const now = today();
    const live = models.filter((model) => !isShutDown(model, now));
    return json({ object: 'list', data: live.map(modelObject) });
  };
}

/** `GET /v1/models/{id}` */
export function retrieveModel({ today }: Services) {
  return (c: Context<SandboxEnv>): Reply => {
    const id = c.req.param('id') ?? '';
    const model = findModel(id);
    if (model === undefined) throw unknownModel(id);
    if (isShutDown(model, today())) throw retiredModel(id);
    return json(modelObject(model));
  };
}

function modelObject({ id, created, shutdown }: Model) {
  return { id, object: 'model', created, owned_by: 'system', shutdown_date: shutdown };
}
