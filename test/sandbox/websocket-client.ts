import { once } from 'node:events';
import { type ClientOptions, WebSocket } from 'ws';
import type { Json } from './sandbox-under-test.ts';

export const question = { type: 'response.create', model: 'gpt-4o-mini', input: 'hi' };
export const authorization = 'Bearer sk-sandbox';
const ends = ['response.completed', 'response.incomplete', 'response.failed', 'error'];

/** A client of the WebSocket mode, as a program would write one. */
export class Client {
  readonly webSocket: WebSocket;
  readonly #events: Json[] = [];
  #changed = () => {};

  constructor(url: string, options: ClientOptions = { headers: { authorization } }) {
    this.webSocket = new WebSocket(`${url.replace('http', 'ws')}/responses`, options);
    this.webSocket.on('message', (data) => {
      this.#events.push(JSON.parse(data.toString()) as Json);
      this.#changed();
    });
    this.webSocket.on('error', () => {});
  }

  static async open(url: string): Promise<Client> {
    const client = new Client(url);
    await once(client.webSocket, 'open');
    return client;
  }

  send(message: Json | string): void {
    this.webSocket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  /** The events up to the end of the next turn. */
  async turn(): Promise<Json[]> {
    return this.#take((events) => events.findIndex(({ type }) => ends.includes(String(type))) + 1);
  }

  /** This many events. */
  async events(count: number): Promise<Json[]> {
    return this.#take(({ length }) => (length >= count ? count : 0));
  }

  async #take(enough: (events: readonly Json[]) => number): Promise<Json[]> {
    for (let count = enough(this.#events); ; count = enough(this.#events)) {
      if (count > 0) return this.#events.splice(0, count);
      await new Promise<void>((resolve) => {
        this.#changed = resolve;
      });
    }
  }

  async ask(message: Json = {}): Promise<Json[]> {
    this.send({ ...question, ...message });
    return this.turn();
  }

  async closed(): Promise<number> {
    const [code] = (await once(this.webSocket, 'close')) as [number];
    return code;
  }
}
