import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';

/** Node's own limit for a whole request; a server that does not listen checks none. */
const longestSilenceMs = 300_000;

/** Headers that are about the connection, and not about what is asked. */
const ofConnection = ['connection', 'upgrade', 'http2-settings'];

/**
 * Requests that offer an upgrade nobody here takes: a server may ignore that, and Java's client offers h2c with
 * every request. Node ignores it only where nobody listens for upgrades, so such a request is told again, without
 * its offer, to a server where nobody does.
 */
export class OtherUpgrades {
  readonly #plain: Server;
  readonly #open = new Set<Socket>();

  /** @param plain answers requests, and does not listen */
  constructor(plain: Server) {
    this.#plain = plain;
  }

  /** @param head what has arrived of its body */
  answer({ method, url, rawHeaders, socket }: IncomingMessage, head: Buffer): void {
    const lines = [`${method} ${url} HTTP/1.1`, 'connection: close'];
    for (let index = 0; index < rawHeaders.length; index += 2) {
      const [name = '', value = ''] = rawHeaders.slice(index);
      if (!ofConnection.includes(name.toLowerCase())) lines.push(`${name}: ${value}`);
    }
    socket.unshift(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), head]));
    socket.setTimeout(longestSilenceMs, () => socket.destroy());
    this.#open.add(socket);
    socket.once('close', () => this.#open.delete(socket));
    this.#plain.emit('connection', socket);
  }

  /** Drops those that are being answered. */
  close(): void {
    for (const socket of this.#open) socket.destroy();
  }
}
