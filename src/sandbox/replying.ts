import type { Context, Handler } from 'hono';
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

/** A route that answers with what this makes of a request. */
export function replying(
  make: (c: Context<SandboxEnv>) => Reply | Promise<Reply>,
): Handler<SandboxEnv> {
  return async (c) => send(c, await make(c));
}
