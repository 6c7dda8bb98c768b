/**
 * How long commands take, whole processes, as ratios to a bare `node -e 0`: each pair run one after the other, the median of
 * the ratios. Run it on a quiet machine; build first.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { binPath } from '../helpers/child.ts';
import { bareEnv } from '../helpers/course.ts';

const pairs = 21;
const bare = ['-e', '0'];
const lesson = [binPath, 'lesson', '01', '--yes', '--latency', 'none'];

const measured: readonly (readonly [
  string,
  readonly string[],
  (args: readonly string[]) => Promise<number>,
])[] = [
  ['course --help', [binPath, '--help'], wholeProcess],
  ['course lesson 01, first line', lesson, firstOutput],
  ['course lesson 01 --yes --latency none', lesson, wholeProcess],
];

for (const [name, args, time] of measured) {
  const ratios: number[] = [];
  for (let pair = 0; pair <= pairs; pair += 1) {
    const reference = await wholeProcess(bare);
    const ratio = (await time(args)) / reference;
    if (pair > 0) ratios.push(ratio); // The first pair warms the disk cache.
  }
  ratios.sort((a, b) => a - b);
  const quantile = (share: number) => (ratios[Math.floor(ratios.length * share)] ?? 0).toFixed(2);
  console.log(
    `${name}: ${quantile(0.5)} times a bare node (quartiles ${quantile(0.25)} to ${quantile(0.75)})`,
  );
}

/** Milliseconds until the process has ended. */
async function wholeProcess(args: readonly string[]): Promise<number> {
  const startedAt = performance.now();
  const child = start(args);
  child.stdout.resume();
  child.stderr.resume();
  await once(child, 'close');
  return performance.now() - startedAt;
}

/** Milliseconds until the process has written anything. */
async function firstOutput(args: readonly string[]): Promise<number> {
  const startedAt = performance.now();
  const child = start(args);
  await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data')]);
  const ms = performance.now() - startedAt;
  child.stdout.resume();
  child.stderr.resume();
  await once(child, 'close');
  return ms;
}

function start(args: readonly string[]) {
  return spawn(process.execPath, args, {
    // The environment as it is: what makes node itself start slowly belongs into both.
    env: { ...process.env, ...bareEnv() },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
