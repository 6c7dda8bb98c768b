import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CourseError } from '../errors.ts';
import type { Sandbox } from './app.ts';
import { refuseBroken, unreadable } from './broken-requests.ts';
import { isLocal, notLocal } from './host.ts';
import { IncomingRequest, isPath } from './incoming-request.ts';
import { overSocket, sendWhole } from './over-socket.ts';
import { acceptWebSockets } from './websocket.ts';
import type { ApiError } from './wire/errors.ts';

export interface SandboxServer {
  /** The base URL for clients: `http://127.0.0.1:8787/v1`. */
  readonly url: string;
  /** Stops listening and drops every open connection. */
  readonly close: () => Promise<void>;
}

const host = '127.0.0.1';

/** Connections that may wait to be taken: with Node's 511, a thousand clients that come at once would have to try again. */
const backlog = 4096;

/** Bytes of an answer that may wait for the client to read them. */
const highWaterMark = 256 * 1024;

/** In milliseconds; a client that is slower is refused. */
interface Patience {
  /** From the first byte to the last of the headers. */
  readonly headersTimeout: number;
  /** From the first byte to the last of the whole request. */
  readonly requestTimeout: number;
  /** How often both are looked at. */
  readonly connectionsCheckingInterval: number;
}

const defaultPatience: Patience = {
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  connectionsCheckingInterval: 5_000,
};

interface ServerOptions {
  /** 0 picks a free one. */
  readonly port: number;
  readonly patience?: Patience;
}

/**
 * Serves the sandbox on loopback, never on another interface. A client that leaves aborts its request.
 * @throws CourseError port_taken
 */
export async function serve(
  sandbox: Sandbox,
  { port, patience = defaultPatience }: ServerOptions,
): Promise<SandboxServer> {
  const listener = listenerOf(sandbox);
  const server = createServer({ ...patience, highWaterMark }, listener);
  const plain = createServer(listener);
  for (const each of [server, plain]) each.on('clientError', refuseBroken);
  const dropUpgraded = acceptWebSockets(server, plain, sandbox);
  await listen(server, port);
  // A server that listens on a port has an address of this form.
  const address = server.address() as AddressInfo;
  return {
    url: `http://${host}:${address.port}/v1`,
    close: () => close(server, dropUpgraded),
  };
}

function listenerOf(sandbox: Sandbox): RequestListener {
  return (incoming, outgoing) => {
    const refusal = refusalOf(incoming)?.toReply();
    if (refusal) return sendWhole(refusal, refusal.content, outgoing);
    void overSocket(sandbox, new IncomingRequest(incoming, outgoing), outgoing);
  };
}

/** Of what does not reach the sandbox. */
function refusalOf({ headers, url }: IncomingMessage): ApiError | null {
  if (!isLocal(headers.host)) return notLocal();
  return isPath(url) ? null : unreadable;
}

async function listen(server: Server, port: number): Promise<void> {
  try {
    server.listen(port, host, backlog);
    await once(server, 'listening');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw await portTaken(port, error);
    }
    throw error;
  }
}

async function close(server: Server, dropUpgraded: () => void): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  dropUpgraded();
  await closed;
}

async function portTaken(port: number, cause: Error): Promise<CourseError> {
  const owner = (await isSandbox(port)) ? 'another sandbox of this course' : 'another program';
  return new CourseError(
    'port_taken',
    `Port ${port} is taken by ${owner}.`,
    'Stop it, or choose another port: --port 0 picks a free one.',
    { cause },
  );
}

async function isSandbox(port: number): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(500);
    const response = await fetch(`http://${host}:${port}/v1/models`, { signal });
    await response.body?.cancel();
    return response.headers.has('x-course-sandbox');
  } catch {
    return false;
  }
}
