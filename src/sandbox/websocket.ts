import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Sandbox } from './app.ts';
import { maxBodyBytes } from './body.ts';
import { isLocal, notLocal } from './host.ts';
import { OtherUpgrades } from './other-upgrades.ts';
import { rawAnswer } from './raw-answer.ts';
import type { Socket } from './socket-session.ts';
import type { Reply } from './wire/reply.ts';

/**
 * Lets clients of this server go on over a WebSocket, where the sandbox lets them.
 * @param plain answers requests and does not listen: it gets those that offer another upgrade
 * @returns drops every connection that the server itself does not know any more
 */
export function acceptWebSockets(server: Server, plain: Server, sandbox: Sandbox): () => void {
  const others = new OtherUpgrades(plain);
  const accepting = new WebSocketServer({
    noServer: true,
    maxPayload: maxBodyBytes,
    perMessageDeflate: false,
  });
  const headersOf = new WeakMap<IncomingMessage, string[]>();
  accepting.on('headers', (lines, request) => lines.push(...(headersOf.get(request) ?? [])));

  const upgrade = async (request: IncomingMessage, connection: Duplex, head: Buffer) => {
    const verdict = await judge(request, sandbox);
    if (verdict.status !== 204) return refuse(connection, verdict);
    headersOf.set(request, headerLines(verdict));
    accepting.handleUpgrade(request, connection, head, (webSocket) =>
      talk(webSocket, sandbox, request.headers.authorization ?? ''),
    );
  };
  server.on('upgrade', (request: IncomingMessage, connection: Duplex, head: Buffer) => {
    // A client that goes away at this moment, or asks for what is no address, is nobody's problem.
    connection.on('error', () => connection.destroy());
    if (!asksForWebSocket(request)) return others.answer(request, head);
    upgrade(request, connection, head).catch(() => connection.destroy());
  });
  return () => {
    for (const webSocket of accepting.clients) webSocket.terminate();
    accepting.close();
    others.close();
  };
}

function asksForWebSocket({ headers }: IncomingMessage): boolean {
  return headers.upgrade?.toLowerCase() === 'websocket';
}

/** What the sandbox says of the request as such: 204 lets it through. */
async function judge({ method, url, headers }: IncomingMessage, sandbox: Sandbox): Promise<Reply> {
  if (!isLocal(headers.host)) return notLocal().toReply();
  const { pathname } = new URL(url ?? '', 'http://sandbox');
  const { authorization = '', upgrade = '' } = headers;
  const sent = { authorization, upgrade };
  return sandbox.reply(
    new Request(`http://sandbox${pathname}`, { method: method ?? 'GET', headers: sent }),
  );
}

function refuse(connection: Duplex, refusal: Reply): void {
  const body = typeof refusal.content === 'string' ? refusal.content : '';
  connection.end(rawAnswer(refusal.status, headerLines(refusal), body));
}

function headerLines({ headers }: Reply): string[] {
  return Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
}

function talk(webSocket: WebSocket, sandbox: Sandbox, authorization: string): void {
  const session = sandbox.connect(socketOf(webSocket), authorization);
  webSocket.on('message', (data, isBinary) => {
    if (isBinary) webSocket.close(1003, 'Each message is text: one JSON object.');
    else session.receive(data.toString());
  });
  webSocket.on('close', () => session.end());
  // A frame that breaks the protocol, or is too large: ws closes the connection and says why.
  webSocket.on('error', () => {});
}

function socketOf(webSocket: WebSocket): Socket {
  return {
    send: (text) =>
      new Promise((resolve, reject) => {
        webSocket.send(text, (error) => (error ? reject(error) : resolve()));
      }),
    close: (code, reason) => webSocket.close(code, reason),
    drop: () => webSocket.terminate(),
  };
}
