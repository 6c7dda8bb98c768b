/**
 * Staying below 600 requests a minute, in several ways, against a sandbox that enforces them and whose bucket is empty at the
 * start: the time over what the limit allows, and the 429s met. Build first.
 */
import Bottleneck from 'bottleneck';
import PQueue from 'p-queue';
import { bareSdk, body, openSandbox, plainFetch, timed, withEngine } from './calls.ts';

const rpm = 600;
const spacingMs = 60_000 / rpm;
const sizes = [20, 60, 200];

type Way = (fetch: typeof globalThis.fetch, calls: number) => Promise<unknown>;

const withQueue =
  (queue: () => (call: () => Promise<unknown>) => Promise<unknown>): Way =>
  (fetch, calls) => {
    const sdk = bareSdk(fetch);
    const add = queue();
    return Promise.all(Array.from({ length: calls }, () => add(() => sdk.responses.create(body))));
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
  'SDK alone, with its retries': withQueue(() => (call) => call().catch(() => {})),
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
      while (rateLimited() === 0)
        await Promise.all(Array.from({ length: rpm }, () => plainFetch(fetch)));
      const before = rateLimited();
      const ms = await timed(() => way(fetch, calls));
      const over = (ms / (calls * spacingMs)).toFixed(2);
      console.log(`  ${name.padEnd(32)} ${over}  ${rateLimited() - before} refused`);
    }),
  );
}
