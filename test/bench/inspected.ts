import { once } from 'node:events';
import { createServer } from 'node:net';
import { WebSocket } from 'ws';
import { start } from './started.ts';

/** What a process holds on to. */
export interface Holding {
  /** Bytes of resident memory. */
  readonly resident: number;
  /** Bytes of objects that are in use. */
  readonly heap: number;
  /** Connections that are open. */
  readonly connections: number;
}

export interface Inspected {
  readonly firstLine: string;
  /** Collects the garbage of the process, then measures it. */
  readonly measure: () => Promise<Holding>;
  readonly stop: () => void;
}

/**
 * Starts a program whose memory is measured from outside, through Node's inspector: the same on every system, and
 * the program needs no part in it.
 */
export async function startInspected(args: readonly string[]): Promise<Inspected> {
  const port = await freePort();
  const { child, firstLine } = await start([`--inspect=127.0.0.1:${port}`, ...args]);
  const inspector = await Inspector.open(port);
  return {
    firstLine,
    async measure() {
      await inspector.call('HeapProfiler.collectGarbage');
      const { result } = await inspector.call('Runtime.evaluate', {
        expression: holding,
        returnByValue: true,
      });
      return result.value;
    },
    stop() {
      inspector.close();
      child.kill();
    },
  };
}

/** Runs in the program. The inspector has a thread of its own, so that its connection is not counted. */
const holding = `({
  resident: process.memoryUsage.rss(),
  heap: process.memoryUsage().heapUsed,
  connections: process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length,
})`;

/** The part of the Chrome DevTools Protocol that is used here. */
interface Commands {
  readonly 'HeapProfiler.collectGarbage': object;
  readonly 'Runtime.evaluate': { readonly result: { readonly value: Holding } };
}

class Inspector {
  readonly #webSocket: WebSocket;
  #calls = 0;

  constructor(url: string) {
    this.#webSocket = new WebSocket(url);
  }

  static async open(port: number): Promise<Inspector> {
    const targets = await fetch(`http://127.0.0.1:${port}/json/list`);
    const [target] = (await targets.json()) as [{ webSocketDebuggerUrl: string }];
    const inspector = new Inspector(target.webSocketDebuggerUrl);
    await once(inspector.#webSocket, 'open');
    return inspector;
  }

  /** One at a time: the next message is its answer. */
  async call<Name extends keyof Commands>(
    name: Name,
    params: object = {},
  ): Promise<Commands[Name]> {
    this.#calls += 1;
    this.#webSocket.send(JSON.stringify({ id: this.#calls, method: name, params }));
    const [message] = await once(this.#webSocket, 'message');
    return JSON.parse(String(message)).result;
  }

  close(): void {
    this.#webSocket.terminate();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}
