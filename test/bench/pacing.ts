/**
 * Staying below 600 requests a minute, in several ways, against a sandbox that enforces them and whose bucket is empty at the
 * start: the time over what the limit allows, the 429s met, and the calls that got no answer in the end. Build first.
 */
import Bottleneck from 'bottleneck';
import PQueue from 'p-queue';
import { bareSdk, body, openSandbox, plainFetch, timed, withEngine } from './calls.ts';

const rpm = 600;
const spacingMs = 60_000 / rpm;
const sizes = [20, 60, 200];

type Way = (fetch: typeof globalThis.fetch, calls: number, onLost: () => void) => Promise<unknown>;

const withQueue =
  (queue: () => (call: () => Promise<unknown>) => Promise<unknown>): Way =>
  (fetch, calls, onLost) => {
    const sdk = bareSdk(fetch);
    const add = queue();
    const call = () => sdk.responses.create(body);
    // A call that is refused to the end is a lost one: the others go on.
    return Promise.all(Array.from({ length: calls }, () => add(() => call().catch(onLost))));
  };

const ways: Readonly<Record<string, Way>> = {
  'course bench --rpm 600': (fetch, calls) =>
    withEngine(fetch, { calls, concurrency: 50, stream: false, rpm }),
  'SDK, p-queue, 10 a second': withQueue(() => {
    const queue = new PQueue({ interval: 1000, intervalCap: rpm / 60 });
    return (call) => queue.add(call);
  }),
  'SDK, bottleneck, one in 100 ms': withQueue(() => {
    const limiter = new Bottleneck({ minTime: spacingMs });
    return (call) => limiter.schedule(call);
  }),
  'SDK alone, with its retries': withQueue(() => (call) => call()),
};

console.log(
  '\n600 requests a minute from an empty bucket: time over what the limit allows, and 429s',
);
for (const calls of sizes) {
  console.log(`\n${calls} calls`);
  // Each way has a sandbox of its own, so they do not wait for one another.
  await Promise.all(
    Object.entries(ways).map(async ([name, way]) => {
      const { fetch, rateLimited } = await openSandbox(0, { rpm, tpm: null });
      await emptyBucket(fetch, rateLimited);
      const before = rateLimited();
      let lost = 0;
      const ms = await timed(() => way(fetch, calls, () => (lost += 1)));
      const over = (ms / (calls * spacingMs)).toFixed(2);
      const refused = String(rateLimited() - before).padStart(5);
      console.log(
        `  ${name.padEnd(32)} ${over} ${refused} refused ${String(lost).padStart(5)} lost`,
      );
    }),
  );
}

async function emptyBucket(fetch: typeof globalThis.fetch, rateLimited: () => number) {
  while (rateLimited() === 0)
    await Promise.all(Array.from({ length: rpm }, () => plainFetch(fetch)));
  // What came in meanwhile.
  const before = rateLimited();
  while (rateLimited() === before) await plainFetch(fetch);
}
