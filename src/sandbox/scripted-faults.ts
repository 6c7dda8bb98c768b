import type { Context } from 'hono';
import { untilAborted } from './abort.ts';
import { maskKey } from './authentication.ts';
import type { Fault } from './faults.ts';
import type { Connection } from './pacing.ts';
import { scriptedError } from './scripted-errors.ts';
import type { SandboxEnv } from './services.ts';
import { ConnectionReset, outOfCredit } from './wire/errors.ts';
import { isObject } from './wire/fields.ts';
import type { Reply } from './wire/reply.ts';

/** The fail script of one sandbox: each request to a model takes one item when it arrives. */
export class FaultScript {
  readonly #faults: readonly Fault[];
  #taken = 0;

  constructor(faults: readonly Fault[]) {
    this.#faults = faults;
  }

  /** The item of the next request; after the last one, all is well. */
  next(): Fault {
    const fault = this.#faults[this.#taken];
    this.#taken += 1;
    return fault ?? { kind: 'ok' };
  }
}

/**
 * Lets the request's fault strike, once its key and its JSON are found right. What strikes in the middle of an
 * answer is left to the route.
 * @returns what to answer instead; nothing when all is well
 * @throws ApiError, ConnectionReset
 */
export function strike(c: Context<SandboxEnv>): Reply | Promise<never> | undefined {
  const fault = c.get('fault');
  switch (fault.kind) {
    case 'status':
      throw scriptedError(fault, {
        model: modelNamed(c.get('body')),
        maskedKey: maskKey(c.get('key')),
        requestId: c.get('requestId'),
      });
    case 'quota':
      throw outOfCredit();
    case 'reset':
      throw new ConnectionReset();
    case 'timeout':
      return untilAborted(c.req.raw.signal);
    case 'html':
      return { status: 502, headers: { 'content-type': 'text/html' }, content: errorPage };
    default:
      return;
  }
}

/** What a fault in the middle of an answer is to one that comes as a whole: a dropped connection, or silence. */
export function interrupt(
  connection: Pick<Connection, 'fault' | 'signal'>,
): Promise<never> | undefined {
  const { fault } = connection;
  if (fault?.kind === 'cut') throw new ConnectionReset();
  return fault?.kind === 'stall' ? untilAborted(connection.signal) : undefined;
}

function modelNamed(body: unknown): string {
  return isObject(body) && typeof body.model === 'string' ? body.model : 'unknown';
}

/** What a proxy in between may answer in the API's place. */
const errorPage = `<!DOCTYPE html>
<html>
<head><title>502 Bad Gateway</title></head>
<body><h1>502 Bad Gateway</h1></body>
</html>
`;
