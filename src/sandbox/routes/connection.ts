import type { Context } from 'hono';
import { streamFaultOf } from '../faults.ts';
import { type Connection, waitUntil } from '../pacing.ts';
import { interrupt } from '../scripted-faults.ts';
import type { SandboxEnv, Services } from '../services.ts';

export function connectionOf(c: Context<SandboxEnv>, { clock }: Services): Connection {
  return {
    fault: streamFaultOf(c.get('fault')),
    arrivedAt: c.get('arrivedAt'),
    clock,
    signal: c.req.raw.signal,
  };
}

/**
 * Waits until a plain answer is due, unless the script drops or silences the connection.
 * @param ms after the request arrived
 */
export async function untilDue(
  ms: number,
  { fault, arrivedAt, clock, signal }: Connection,
): Promise<void> {
  await interrupt(fault, signal);
  await waitUntil(arrivedAt + ms, clock, signal);
}
