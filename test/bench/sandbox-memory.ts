/**
 * What `course sandbox` holds on to after many requests, and after many clients that left in the middle of an answer.
 * Build first.
 *
 * It keeps 10,000 responses and remembers 10,000 different requests. So memory grows while the first 10,000 are
 * answered, and from then on it should not. Clients that leave ask for nothing to be stored, lest one that is too slow
 * should look like a leak: each adds a remembered request and nothing else, and its connection is closed.
 */
import { setTimeout } from 'node:timers/promises';
import { binPath } from '../helpers/child.ts';
import { Client } from '../sandbox/websocket-client.ts';
import { type Holding, startInspected } from './inspected.ts';
import { answer, connected, requestOf } from './load.ts';

/** In milliseconds, until the server has heard that the last connections are closed. */
const settledMs = 200;

/** Events of an answer before the first piece of its text. */
const beforeText = 4;

/** No two requests are the same, and every other one is streamed. */
const questionOf = (n: number) => ({
  model: 'gpt-4o-mini',
  input: `What is an API? That was question ${n}.`,
  stream: n % 2 === 1,
});

await report({
  title: 'Requests that are answered, plain and streamed',
  latency: 'none',
  clients: 20,
  counts: [1_000, 10_000, 25_000, 50_000, 100_000],
  async send(baseUrl, numbers) {
    const socket = await connected(baseUrl);
    for (const n of numbers) {
      socket.write(requestOf(baseUrl, questionOf(n)));
      await answer(socket);
    }
    socket.destroy();
  },
});

await report({
  title: 'Clients that leave in the middle of a stream',
  latency: '1000',
  clients: 200,
  counts: [1_000, 10_000, 20_000],
  async send(baseUrl, numbers) {
    for (const n of numbers) {
      const socket = await connected(baseUrl);
      socket.write(requestOf(baseUrl, { ...questionOf(n), stream: true, store: false }));
      await answer(socket, (text) => text.includes('output_text.delta'));
      socket.destroy();
    }
  },
});

await report({
  title: 'Clients that leave in the middle of a turn over a WebSocket',
  latency: '1000',
  clients: 200,
  counts: [1_000, 10_000, 20_000],
  async send(baseUrl, numbers) {
    for (const n of numbers) {
      const client = await Client.open(baseUrl);
      client.send({ type: 'response.create', ...questionOf(n), store: false });
      await client.events(beforeText + 1);
      client.webSocket.terminate();
    }
  },
});

interface Run {
  readonly title: string;
  readonly latency: string;
  /** How many send at the same time. */
  readonly clients: number;
  /** After how many requests memory is measured, in ascending order. */
  readonly counts: readonly number[];
  /** Sends the requests of these numbers, one after another. */
  readonly send: (baseUrl: string, numbers: Iterable<number>) => Promise<void>;
}

async function report({ title, latency, clients, counts, send }: Run): Promise<void> {
  const args = ['sandbox', '--port', '0', '--json', '--latency', latency];
  const sandbox = await startInspected([binPath, ...args]);
  const { url }: { url: string } = JSON.parse(sandbox.firstLine);
  console.log(`${title} (--latency ${latency}):`);
  let sent = 0;
  for (const count of counts) {
    const numbers = upTo(count);
    await Promise.all(Array.from({ length: clients }, () => send(url, numbers)));
    await setTimeout(settledMs);
    console.log(`  after ${count}: ${told(await sandbox.measure())}`);
  }
  sandbox.stop();

  /** Numbers that are shared out: each goes to the client that asks for it first. */
  function* upTo(count: number): Generator<number> {
    while (sent < count) yield sent++;
  }
}

function told({ resident, heap, connections }: Holding): string {
  const mebibytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
  return `${mebibytes(resident)} resident, ${mebibytes(heap)} of objects, ${connections} connections open`;
}
