import type { Context } from 'hono';
import { streamFaultOf } from '../faults.ts';
import { type Connection, waitUntil } from '../pacing.ts';
import { interrupt } from '../scripted-faults.ts';
import type { SandboxEnv, Services } from '../services.ts';

export function connectionOf(
  c: Context<SandboxEnv>,
  { clock }: Services,
): Omit<Connection, 'onEnd'> {
  return {
    fault: streamFaultOf(c.get('fault')),
    arrivedAt: c.get('arrivedAt'),
    clock,
    // Made by a server when it is first asked for, which most plain answers never do.
    get signal() {
      return c.req.raw.signal;
    },
  };
}

/**
 * Waits until a plain answer is due, unless the script drops or silences the connection.
 * @param ms after the request arrived
 */
export async function untilDue(ms: number, connection: Connection): Promise<void> {
  await interrupt(connection);
  await waitUntil(connection.arrivedAt + ms, connection);
}
