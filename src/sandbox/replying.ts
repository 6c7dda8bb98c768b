import type { Context, Handler } from 'hono';
import { readJsonBody } from './body.ts';
import { strike } from './scripted-faults.ts';
import type { SandboxEnv } from './services.ts';
import type { Reply } from './wire/reply.ts';

/**
 * What Hono is given in the place of each answer, which goes beside it: a `Response` of its own for every request would
 * cost more than most of what a route does.
 */
const elsewhere = new Response(null);

/** Answers the request; what was answered before is replaced. */
export function send(c: Context<SandboxEnv>, reply: Reply): Response {
  c.env.reply = reply;
  return elsewhere;
}

type Route = (c: Context<SandboxEnv>) => Reply | Promise<Reply>;

/** Answers with what the route makes of a request. */
export function replying(route: Route): Handler<SandboxEnv> {
  return async (c) => send(c, await route(c));
}

/** The same, once the JSON of a POST has been read. */
export function replyingToJson(route: Route): Handler<SandboxEnv> {
  return async (c) => {
    c.set('body', await readJsonBody(c.req.raw));
    return send(c, await route(c));
  };
}

/** The same for an endpoint of a model, whose requests the fail script may strike. */
export function replyingAsModel(route: Route): Handler<SandboxEnv> {
  return replyingToJson((c) => strike(c) ?? route(c));
}
