/** CPU time of a call of the recording client over the same call of the bare SDK: plain, and streamed with 50 deltas. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import OpenAI from 'openai';
import { built } from './built.ts';

const { createClient } = await built<typeof import('../../src/client/create.ts')>('client/create');
const { Recorder } = await built<typeof import('../../src/client/recorder.ts')>('client/recorder');
const { systemClock } = await built<typeof import('../../src/clock.ts')>('clock');

const rounds = 11;
const callsARound = 1000;

const server = spawn(
  process.execPath,
  ['--import', 'tsx', new URL('loopback-api.ts', import.meta.url).pathname],
  { stdio: ['pipe', 'pipe', 'inherit'] },
);
const [port] = await once(server.stdout, 'data');
const baseURL = `http://127.0.0.1:${String(port).trim()}/v1`;

const bare = new OpenAI({ apiKey: 'sk-bench', baseURL, logLevel: 'off' });
let recorded = 0;
const recorder = new Recorder({
  now: systemClock.now,
  provider: 'openai',
  baseUrl: baseURL,
  costOf: () => null,
  onExchange: () => {
    recorded += 1;
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
  const cpuTimes: ReadonlyMap<OpenAI, number[]> = new Map([
    [bare, []],
    [recording, []],
  ]);
  for (let round = 0; round < rounds; round += 1) {
    // Each goes first in every other round: garbage of the one is collected while the other runs.
    const [first, second] = round % 2 === 0 ? [bare, recording] : [recording, bare];
    for (const client of [first, second]) {
      const cpu = await cpuOf(() => call(client));
      if (round > 0) cpuTimes.get(client)?.push(cpu); // The first round warms up.
    }
  }
  const cpuOfRound = (client: OpenAI) => median(cpuTimes.get(client) ?? []);
  const ratio = cpuOfRound(recording) / cpuOfRound(bare);
  console.log(
    `${name}: ${ratio.toFixed(3)} times the CPU of the bare SDK, by the medians of ${rounds - 1} rounds of ${callsARound} calls`,
  );
}
console.log(`${recorded} exchanges recorded`);
server.kill();

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

/** Microseconds of CPU for one round of calls. */
async function cpuOf(call: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  for (let n = 0; n < callsARound; n += 1) await call();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
