import type { Context } from 'hono';
import type { Clock } from '../../context.ts';
import { type StreamFault, streamFaultOf } from '../faults.ts';
import { type Connection, waitUntil } from '../pacing.ts';
import { interrupt } from '../scripted-faults.ts';
import type { SandboxEnv, Services } from '../services.ts';

export function connectionOf(c: Context<SandboxEnv>, { clock }: Services): Connection {
  return new RequestConnection(c, clock);
}

/** A class: a getter in a literal makes V8 keep each object, and all it holds, until the next full collection. */
class RequestConnection implements Connection {
  readonly fault: StreamFault | null;
  readonly arrivedAt: number;
  readonly clock: Clock;
  readonly #request: Request;

  constructor(c: Context<SandboxEnv>, clock: Clock) {
    this.fault = streamFaultOf(c.get('fault'));
    this.arrivedAt = c.get('arrivedAt');
    this.clock = clock;
    this.#request = c.req.raw;
  }

  /** Made by a server when it is first asked for, which most plain answers never do. */
  get signal(): AbortSignal {
    return this.#request.signal;
  }
}

/**
 * Waits until a plain answer is due, unless the script drops or silences the connection.
 * @param ms after the request arrived
 */
export function untilDue(ms: number, connection: Connection): Promise<void> | undefined {
  return interrupt(connection) ?? waitUntil(connection.arrivedAt + ms, connection);
}
