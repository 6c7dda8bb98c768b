import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fanOut } from '../../src/bench/fan-out.ts';

const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
};

describe('A fan-out', () => {
  it('gives results in the order of the jobs, with no more at once than allowed, and starts them in order', async () => {
    const lengths = fc.array(fc.nat(20), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(lengths, fc.integer({ min: 1, max: 10 }), async (jobs, concurrency) => {
        let [now, most] = [0, 0];
        const started: number[] = [];
        const results = await fanOut(jobs, concurrency, async (length, index) => {
          started.push(index);
          now += 1;
          most = Math.max(most, now);
          await turns(length);
          now -= 1;
          return index * 2;
        });
        expect(results).toEqual(jobs.map((_, index) => index * 2));
        expect(started).toEqual([...jobs.keys()]);
        expect(most).toBe(Math.min(concurrency, jobs.length));
      }),
    );
  });

  it('starts nothing more once a job has thrown, waits for what runs, and throws the first error', async () => {
    const started: number[] = [];
    const ended: number[] = [];
    const run = fanOut([50, 5, 20, 1, 1], 3, async (length, index) => {
      started.push(index);
      await turns(length);
      if (index > 0) throw new Error(`job ${index}`);
      ended.push(index);
    });
    await expect(run).rejects.toThrow('job 1');
    expect([started, ended]).toEqual([[0, 1, 2], [0]]);
  });
});
