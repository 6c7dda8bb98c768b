import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Hold, Pacer, type PacerOptions, type Ticket } from '../../src/bench/pacer.ts';
import { ModelLimits } from '../../src/sandbox/limits.ts';
import { ApiError } from '../../src/sandbox/wire/errors.ts';
import { type ManualClock, manualClock } from '../helpers/clock.ts';

const none = { requests: null, tokens: null };

function pacerWith(clock: ManualClock, changes: Partial<PacerOptions> = {}): Pacer {
  const { signal } = new AbortController();
  return new Pacer({ clock, limits: none, isUnused: false, signal, ...changes });
}

/** Lets everything happen that waits for nothing but promises. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

interface Call {
  readonly tokens: number;
  /** From its being sent to its answer. */
  readonly latencyMs: number;
  /** How much of that it takes to arrive; nothing, if left out. */
  readonly wayThere?: number;
}

/** Hands all requests to the pacer and notes when each goes; answers come with the server's headers of the moment of arrival. */
async function send(clock: ManualClock, pacer: Pacer, server: ModelLimits, calls: readonly Call[]) {
  const sentAt: number[] = [];
  let refused = 0;
  const startedAt = clock.now();
  const arrive = (tokens: number) => {
    try {
      server.take(tokens);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      refused += 1;
    }
    return withoutPrefix(server.headers());
  };
  for (const { tokens, latencyMs, wayThere = 0 } of calls) {
    const arrivesMs = latencyMs * wayThere;
    void pacer.admit(tokens).then((ticket) => {
      sentAt.push(clock.now() - startedAt);
      clock.timer(arrivesMs, () => {
        const headers = arrive(tokens);
        clock.timer(latencyMs - arrivesMs, () => pacer.answered(ticket, headers));
      });
    });
  }
  for (let ms = 0; sentAt.length < calls.length && ms < 4 * 60_000; ms += 1) {
    clock.advance(1);
    // A turn for what was let through; nothing happens in most milliseconds.
    await Promise.resolve();
    await Promise.resolve();
  }
  return { sentAt, refused };
}

function withoutPrefix(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.replace('x-ratelimit-', ''), value]),
  );
}

function serverWith(
  clock: ManualClock,
  limits: { rpm: number | null; tpm: number | null },
  used: { requests: number; tokens: number } = { requests: 0, tokens: 0 },
): ModelLimits {
  const server = new ModelLimits('gpt-4o-mini', limits, clock.now);
  for (let left = used.requests; left > 0; left -= 1) server.take(left === 1 ? used.tokens : 0);
  return server;
}

/** When each call can go at the soonest, in milliseconds, against full buckets: plain sums, without the pacer's own bucket. */
function soonest(
  calls: readonly { readonly tokens: number }[],
  rpm: number,
  tpm: number,
): number[] {
  let [at, requests, tokens] = [0, rpm, tpm];
  return calls.map((call) => {
    const waitMs = Math.max(
      0,
      ((1 - requests) * 60_000) / rpm,
      ((call.tokens - tokens) * 60_000) / tpm,
    );
    at += waitMs;
    requests = Math.min(rpm, requests + (waitMs * rpm) / 60_000) - 1;
    tokens = Math.min(tpm, tokens + (waitMs * tpm) / 60_000) - call.tokens;
    return at;
  });
}

const calls = (count: number, tokens = 138, latencyMs = 50) =>
  Array.from({ length: count }, () => ({ tokens, latencyMs }));

describe('A pacer', () => {
  it('lets everything through at once as long as no limit is known', async () => {
    const pacer = pacerWith(manualClock());
    await Promise.all(Array.from({ length: 500 }, () => pacer.admit(1000)));
  });

  it('sends 200 calls against an empty bucket of 600 a minute without one refusal, in 1.05 of the 20 s', async () => {
    const clock = manualClock();
    const pacer = pacerWith(clock, { limits: { requests: 600, tokens: null } });
    const server = serverWith(clock, { rpm: 600, tpm: null }, { requests: 600, tokens: 0 });
    const { sentAt, refused } = await send(clock, pacer, server, calls(200));
    expect(refused).toBe(0);
    expect(Math.max(...sentAt)).toBeLessThanOrEqual(21_000);
    expect(Math.max(...sentAt)).toBeGreaterThanOrEqual(19_000);
  });

  it('does the same with tokens a minute', async () => {
    const clock = manualClock();
    const pacer = pacerWith(clock, { limits: { requests: null, tokens: 60_000 } });
    const server = serverWith(clock, { rpm: null, tpm: 60_000 }, { requests: 1, tokens: 60_000 });
    const { sentAt, refused } = await send(clock, pacer, server, calls(150, 138));
    const allowedMs = 150 * 138;
    expect(refused).toBe(0);
    expect(Math.max(...sentAt)).toBeLessThanOrEqual(allowedMs * 1.05);
    expect(Math.max(...sentAt)).toBeGreaterThanOrEqual(allowedMs * 0.98);
  });

  it('uses what another client has left of the bucket', async () => {
    const clock = manualClock();
    const pacer = pacerWith(clock, { limits: { requests: 600, tokens: null } });
    const server = serverWith(clock, { rpm: 600, tpm: null }, { requests: 300, tokens: 0 });
    const { sentAt, refused } = await send(clock, pacer, server, calls(400));
    expect(refused).toBe(0);
    // 300 are there, 100 more come back in 10 s.
    expect(Math.max(...sentAt)).toBeLessThanOrEqual(10_500);
    expect(Math.max(...sentAt)).toBeGreaterThanOrEqual(9000);
  });

  it('learns a limit from the headers alone', async () => {
    const clock = manualClock();
    const pacer = pacerWith(clock);
    const server = serverWith(clock, { rpm: 60, tpm: null }, { requests: 50, tokens: 0 });
    const warm = await pacer.admit(1);
    server.take(1);
    pacer.answered(warm, withoutPrefix(server.headers()));
    const { sentAt, refused } = await send(clock, pacer, server, calls(20));
    expect(refused).toBe(0);
    expect(Math.max(...sentAt)).toBeLessThanOrEqual(11_000 * 1.05);
    expect(Math.max(...sentAt)).toBeGreaterThanOrEqual(10_000);
  });

  it('does not take a daily limit for one of a minute', async () => {
    const clock = manualClock();
    const pacer = pacerWith(clock);
    const headers = {
      'limit-requests': '10000',
      'remaining-requests': '0',
      'reset-requests': '24h0m0s',
    };
    pacer.answered(await pacer.admit(1), headers);
    let isSent = false;
    void pacer.admit(1).then(() => {
      isSent = true;
    });
    clock.advance(8600);
    await settled();
    expect(isSent).toBe(false);
    clock.advance(40);
    await settled();
    expect(isSent).toBe(true);
  });

  it('follows the server down when somebody else uses the same limit meanwhile', async () => {
    const clock = manualClock();
    const pacer = pacerWith(clock, { limits: { requests: 600, tokens: null }, isUnused: true });
    const told = {
      'limit-requests': '600',
      'remaining-requests': '0',
      'reset-requests': '1m0s',
    };
    pacer.answered(await pacer.admit(1), told);
    const sent: Ticket[] = [];
    void pacer.admit(1).then((ticket) => sent.push(ticket));
    clock.advance(99);
    await settled();
    expect(sent).toHaveLength(0);
    clock.advance(1);
    await settled();
    expect(sent).toHaveLength(1);
  });

  it('sends a request that is larger than the limit once all of it is there, for the server to refuse', async () => {
    const clock = manualClock();
    const limits = { requests: null, tokens: 100 };
    const pacer = pacerWith(clock, { limits, isUnused: true });
    await pacer.admit(5000);
  });

  it('keeps the order of requests, whatever their size', async () => {
    const clock = manualClock();
    const pacer = pacerWith(clock, { limits: { requests: null, tokens: 6000 }, isUnused: true });
    pacer.answered(await pacer.admit(6000), {});
    const order: number[] = [];
    for (const [index, tokens] of [500, 1, 300].entries()) {
      void pacer.admit(tokens).then(() => order.push(index));
    }
    clock.advance(20_000);
    await settled();
    expect(order).toEqual([0, 1, 2]);
  });

  it('lets go of everything that waits, and of its timer, when it is called off', async () => {
    const clock = manualClock();
    const controller = new AbortController();
    const { signal } = controller;
    const pacer = pacerWith(clock, { limits: { requests: 1, tokens: null }, signal });
    const waiting = [pacer.admit(1), pacer.admit(1)];
    expect(clock.waiting()).toBe(1);
    controller.abort(new Error('enough'));
    const reasons = await Promise.allSettled([...waiting, pacer.admit(1)]);
    expect(reasons.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(clock.waiting()).toBe(0);
  });

  const rpm = fc.integer({ min: 30, max: 3000 });
  const tpm = fc.integer({ min: 3000, max: 300_000 });
  const schedule = fc.array(
    fc.record({
      tokens: fc.integer({ min: 1, max: 900 }),
      latencyMs: fc.integer({ min: 1, max: 400 }),
      wayThere: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { minLength: 1, maxLength: 15 },
  );

  it('is never refused, and takes no longer than from empty buckets, however full they are', async () => {
    const usedShare = fc.double({ min: 0, max: 1, noNaN: true });
    await fc.assert(
      fc.asyncProperty(rpm, tpm, usedShare, schedule, async (rpm, tpm, usedShare, calls) => {
        const clock = manualClock();
        const pacer = pacerWith(clock, { limits: { requests: rpm, tokens: tpm } });
        const used = { requests: Math.floor(rpm * usedShare), tokens: Math.floor(tpm * usedShare) };
        const server = serverWith(clock, { rpm, tpm }, used);
        const { sentAt, refused } = await send(clock, pacer, server, calls);
        const tokens = calls.reduce((sum, call) => sum + call.tokens, 0);
        const fromEmptyMs = Math.max((calls.length * 60_000) / rpm, (tokens * 60_000) / tpm);
        expect(refused).toBe(0);
        expect(sentAt).toHaveLength(calls.length);
        // And a millisecond for each call, since timers are whole ones.
        expect(Math.max(...sentAt)).toBeLessThanOrEqual(fromEmptyMs + calls.length + 2);
      }),
      { numRuns: 500 },
    );
  });

  it('is not refused by a full bucket that gains nothing until a late first request has arrived', async () => {
    const clock = manualClock();
    const pacer = pacerWith(clock, { limits: { requests: 10, tokens: null }, isUnused: true });
    const late = { tokens: 1, latencyMs: 200, wayThere: 0.5 };
    const burst = Array.from({ length: 10 }, () => late);
    const server = serverWith(clock, { rpm: 10, tpm: null });
    const { sentAt, refused } = await send(clock, pacer, server, [...burst, ...calls(1, 1)]);
    expect(refused).toBe(0);
    expect(sentAt.at(-1)).toBeLessThanOrEqual(6201);
  });

  it('never has more under way than the whole limit, since all of it may arrive together', async () => {
    const clock = manualClock();
    const pacer = pacerWith(clock, { limits: { requests: 2, tokens: null }, isUnused: true });
    const [first] = await Promise.all([pacer.admit(1), pacer.admit(1)]);
    const third: Ticket[] = [];
    const holds: Hold[] = [];
    void pacer.admit(1, (hold) => holds.push(hold)).then((ticket) => third.push(ticket));
    clock.advance(600_000);
    await settled();
    expect(third).toHaveLength(0);
    pacer.answered(first, {});
    const limit = { kind: 'requests', limit: 2, windowMs: 60_000 };
    expect(holds).toEqual([
      { ...limit, until: Infinity },
      { ...limit, until: clock.now() + 30_000 },
    ]);
    clock.advance(30_000);
    await settled();
    expect(third).toHaveLength(1);
  });

  it('is never refused by a server that nobody has used, and sends each call as soon as it knows that it may go', async () => {
    await fc.assert(
      fc.asyncProperty(rpm, tpm, schedule, async (rpm, tpm, calls) => {
        const clock = manualClock();
        const limits = { requests: rpm, tokens: tpm };
        const pacer = pacerWith(clock, { limits, isUnused: true });
        const server = serverWith(clock, { rpm, tpm });
        const { sentAt, refused } = await send(clock, pacer, server, calls);
        const longestMs = Math.max(...calls.map(({ latencyMs }) => latencyMs));
        expect(refused).toBe(0);
        for (const [index, ms] of soonest(calls, rpm, tpm).entries()) {
          expect(sentAt[index]).toBeGreaterThanOrEqual(ms - 0.001);
          // Whether a full bucket has begun to fill again, the answer tells.
          expect(sentAt[index]).toBeLessThanOrEqual(ms + longestMs + index + 2);
        }
      }),
      { numRuns: 500 },
    );
  });
});
