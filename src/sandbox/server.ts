import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { CourseError } from '../errors.ts';
import type { Sandbox } from './app.ts';
import { acceptWebSockets } from './websocket.ts';
import { ConnectionReset } from './wire/errors.ts';

export interface SandboxServer {
  /** The base URL for clients: `http://127.0.0.1:8787/v1`. */
  readonly url: string;
  /** Stops listening and drops every open connection. */
  readonly close: () => Promise<void>;
}

const host = '127.0.0.1';

/**
 * Serves the sandbox on loopback, never on another interface. A client that leaves aborts its request.
 * @param options.port 0 picks a free one
 * @throws CourseError port_taken
 */
export async function serve(sandbox: Sandbox, { port }: { port: number }): Promise<SandboxServer> {
  const listener = getRequestListener(
    (request, { incoming }) => overSocket(sandbox, request, incoming.socket),
    // What rejects is a dropped connection or a client that left: nobody is there to be answered.
    { overrideGlobalObjects: false, errorHandler: () => {} },
  );
  const server = createServer(listener);
  const plain = createServer(listener);
  const dropUpgraded = acceptWebSockets(server, plain, sandbox);
  await listen(server, port);
  // A server that listens on a port has an address of this form.
  const address = server.address() as AddressInfo;
  return {
    url: `http://${host}:${address.port}/v1`,
    close: () => close(server, dropUpgraded),
  };
}

async function listen(server: Server, port: number): Promise<void> {
  try {
    server.listen(port, host);
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

/** Turns what the sandbox does to a connection into what happens to a socket. */
async function overSocket(sandbox: Sandbox, request: Request, socket: Socket): Promise<Response> {
  try {
    const response = await sandbox.fetch(request);
    if (response.body === null) return response;
    return new Response(ReadableStream.from(untilBroken(response.body, socket)), response);
  } catch (error) {
    if (error instanceof ConnectionReset) socket.resetAndDestroy();
    throw error;
  }
}

/** The body; one that breaks off takes the connection with it, so that the client sees it too. */
async function* untilBroken(body: ReadableStream<Uint8Array>, socket: Socket) {
  try {
    yield* body;
  } catch {
    socket.destroy();
  }
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
