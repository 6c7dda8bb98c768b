/** CPU time of a call of the recording client over the same call of the bare SDK: plain, and streamed with 50 deltas. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import OpenAI from 'openai';
import { quantile } from '../../src/bench/statistics.ts';
import { built } from './built.ts';

const { createClient } = await built<typeof import('../../src/client/create.ts')>('client/create');
const { Recorder } = await built<typeof import('../../src/client/recorder.ts')>('client/recorder');
const { systemClock } = await built<typeof import('../../src/clock.ts')>('clock');

/** Many short rounds: what else the machine does changes little between the two halves of one. */
const rounds = 100;
const warmUpRounds = 5;
const callsARound = 100;

const server = spawn(
  process.execPath,
  ['--import', 'tsx', new URL('loopback-api.ts', import.meta.url).pathname],
  { stdio: ['pipe', 'pipe', 'inherit'] },
);
const [port] = await once(server.stdout, 'data');
const baseURL = `http://127.0.0.1:${String(port).trim()}/v1`;

const bare = new OpenAI({ apiKey: 'sk-bench', baseURL, logLevel: 'off' });
let exchanges = 0;
const recorder = new Recorder({
  now: systemClock.now,
  provider: 'openai',
  baseUrl: baseURL,
  costOf: () => null,
  onExchange: () => {
    exchanges += 1;
  },
});
const recording = createClient({
  baseUrl: baseURL,
  apiKey: 'sk-bench',
  fetch,
  recorder,
  clock: systemClock,
  timeoutMs: 30_000,
  maxRetries: 2,
});

const request = { model: 'gpt-4o-mini', input: 'What is an API?' };
const calls = {
  plain: async (client: OpenAI) => {
    await client.responses.create(request);
  },
  'streamed, 50 deltas': async (client: OpenAI) => {
    const stream = await client.responses.create({ ...request, stream: true });
    for await (const event of stream) void event;
  },
};

for (const [name, call] of Object.entries(calls)) {
  const ratios: number[] = [];
  for (let round = -warmUpRounds; round < rounds; round += 1) {
    // Each goes first in every other round: garbage of the one is collected while the other runs.
    const isBareFirst = round % 2 === 0;
    const before = isBareFirst ? await cpuOf(() => call(bare)) : null;
    const recorded = await cpuOf(() => call(recording));
    const ratio = recorded / (before ?? (await cpuOf(() => call(bare))));
    if (round >= 0) ratios.push(ratio);
  }
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => told(quantile(ratios, share)));
  console.log(
    `${name}: ${middle} times the CPU of the bare SDK (quartiles ${low} to ${high}; ${rounds} rounds of ${callsARound} calls)`,
  );
}
console.log(`${exchanges} exchanges recorded`);
server.kill();

function told(ratio: number | null): string {
  return ratio?.toFixed(3) ?? '–';
}

/** Microseconds of CPU for one round of calls. */
async function cpuOf(call: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  for (let n = 0; n < callsARound; n += 1) await call();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
