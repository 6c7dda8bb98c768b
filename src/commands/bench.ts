import { resolve } from 'node:path';
import type { BenchMode } from '../bench/run-bench.ts';
import type { Context } from '../context.ts';
import { CourseError } from '../errors.ts';
import type { BenchFlags } from '../flags.ts';
import { openRun } from './open-run.ts';
import { createScreen } from './screen.ts';
import { verifyWritable } from './svg-file.ts';

type BenchKind = 'async' | 'stream';

/** `course bench async` and `course bench stream`: the same calls in several ways, timed. */
export async function bench(context: Context, kind: BenchKind, flags: BenchFlags): Promise<number> {
  const screen = createScreen(context, flags);
  const modes = kinds[kind].modes(flags);
  if (flags.svg !== undefined) await verifyWritable(resolve(context.cwd, flags.svg));
  const { prompt = kinds[kind].prompt } = flags;
  const opened = await openRun(context, screen, { ...flags, prompt }, { pacesItself: true });
  const { measure } = await import('./measure.ts');
  return measure(context, screen, opened, { modes, ...sizeOf(kind, flags) }, flags);
}

interface Kind {
  /** What is asked unless the learner asks something. */
  readonly prompt: string;
  /** @throws CourseError usage for flags that mean nothing here */
  readonly modes: (flags: BenchFlags) => BenchMode[];
  readonly requests: number;
  readonly runs: number;
}

const kinds: Readonly<Record<BenchKind, Kind>> = {
  async: {
    // Short answers: a run is quick and cheap.
    prompt: 'What is an API? Answer in one sentence.',
    modes: ({ concurrency, stream, ...flags }) =>
      (concurrency ?? [1, sizeOf('async', { stream, ...flags }).requests]).map((atOnce) => ({
        name: atOnce === 1 ? 'sequential' : 'parallel',
        concurrency: atOnce,
        stream,
      })),
    requests: 12,
    runs: 1,
  },
  stream: {
    prompt: 'What is an API?',
    modes: (flags) => {
      verifyStreamFlags(flags);
      return [
        { name: 'whole', concurrency: 1, stream: false },
        { name: 'streamed', concurrency: 1, stream: true },
      ];
    },
    requests: 1,
    runs: 5,
  },
};

/** How many calls a run of a mode makes, and how many runs; `--samples` is how often each variant is asked. */
function sizeOf(kind: BenchKind, flags: BenchFlags): { requests: number; runs: number } {
  const variants = [flags.instructions, flags.temperature, flags.model, flags.topP].reduce(
    (product, values) => product * (values?.length ?? 1),
    1,
  );
  const asked = flags.samples === undefined ? undefined : flags.samples * variants;
  return {
    requests: flags.requests ?? asked ?? Math.max(kinds[kind].requests, variants),
    runs: flags.runs ?? kinds[kind].runs,
  };
}

function verifyStreamFlags({ concurrency, svg, stream }: BenchFlags): void {
  const set = {
    '--concurrency': concurrency,
    '--svg': svg,
    '--no-stream': stream ? undefined : true,
  };
  const [name] = Object.entries(set).find(([, value]) => value !== undefined) ?? [];
  if (name === undefined) return;
  throw new CourseError(
    'usage',
    `${name} means nothing to bench stream, which makes one call after another, each kind in turn.`,
    'Leave it out, or measure calls at once: course bench async',
  );
}
