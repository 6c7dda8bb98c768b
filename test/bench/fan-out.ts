/**
 * Calls together, in several ways, against a sandbox in this process whose answers take half a second: the share of the ideal
 * time, which is half a second for each round of calls. Run it on a quiet machine; build first.
 */
import Bottleneck from 'bottleneck';
import pLimit from 'p-limit';
import PQueue from 'p-queue';
import { bareSdk, body, openSandbox, plainFetch, timed, withEngine } from './calls.ts';

const latencyMs = 500;
const sizes = [
  { calls: 12, concurrency: 12 },
  { calls: 100, concurrency: 20 },
  { calls: 1000, concurrency: 200 },
];
const repeats = 3;

type Way = (calls: number, concurrency: number) => Promise<unknown>;

const { fetch } = await openSandbox(latencyMs, { rpm: null, tpm: null });
const sdk = bareSdk(fetch);
const call = () => sdk.responses.create(body);
const times = (calls: number, run: () => Promise<unknown>) =>
  Promise.all(Array.from({ length: calls }, run));

const ways: Readonly<Record<string, Way>> = {
  'course bench, whole answers': (calls, concurrency) =>
    withEngine(fetch, { calls, concurrency, stream: false }),
  'course bench, streamed': (calls, concurrency) =>
    withEngine(fetch, { calls, concurrency, stream: true }),
  'SDK, p-limit': (calls, concurrency) => {
    const limit = pLimit(concurrency);
    return times(calls, () => limit(call));
  },
  'SDK, p-queue': (calls, concurrency) => {
    const queue = new PQueue({ concurrency });
    return times(calls, () => queue.add(call));
  },
  'SDK, bottleneck': (calls, concurrency) => {
    const limiter = new Bottleneck({ maxConcurrent: concurrency });
    return times(calls, () => limiter.schedule(call));
  },
  'plain fetch, p-limit': (calls, concurrency) => {
    const limit = pLimit(concurrency);
    return times(calls, () => limit(() => plainFetch(fetch)));
  },
  'SDK, Promise.all (no bound)': (calls) => times(calls, call),
};

await times(20, call);
console.log('calls together: wall time, and the share of the ideal (best of 3)');
for (const { calls, concurrency } of sizes) {
  const best = new Map<string, number>();
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    for (const [name, way] of Object.entries(ways)) {
      const ms = await timed(() => way(calls, concurrency));
      best.set(name, Math.min(ms, best.get(name) ?? Number.POSITIVE_INFINITY));
    }
  }
  console.log(`\n${calls} calls, ${concurrency} at once`);
  for (const [name, ms] of best) {
    const rounds = name.endsWith('(no bound)') ? 1 : Math.ceil(calls / concurrency);
    const share = ((rounds * latencyMs) / ms).toFixed(3);
    console.log(`  ${name.padEnd(28)} ${ms.toFixed(0).padStart(6)} ms  ${share}`);
  }
}
