import { fanOut } from '../bench/fan-out.ts';
import type { CourseError } from '../errors.ts';
import { type Sample, textOf } from './sample.ts';
import { countDistinct, meanSimilarity } from './similarity.ts';

/** All samples of one plan, a plan being whatever is run: a demo with one variant of the request flags. */
export interface Compared<Plan> {
  readonly plan: Plan;
  readonly samples: readonly Sample[];
  readonly distinct: number;
  /** 0 to 1; null for fewer than two answers. */
  readonly meanSimilarity: number | null;
  /** Why every sample failed; null when at least one worked. */
  readonly refused: CourseError | null;
}

/** So many runs at once: quick, and far from any account's rate limit. */
const concurrency = 4;

/**
 * Runs each plan `samples` times, several at once, and compares what came back. A run that fails is a
 * sample with its reason; a run that throws ends the comparison.
 * @param onDone told how many runs are done
 */
export async function compare<Plan>(
  plans: readonly Plan[],
  samples: number,
  run: (plan: Plan) => Promise<Sample>,
  onDone: (done: number) => void,
): Promise<Compared<Plan>[]> {
  const runs = plans.flatMap((plan) => Array.from({ length: samples }, () => plan));
  let done = 0;
  const results = await fanOut(runs, concurrency, async (plan) => {
    const sample = await run(plan);
    done += 1;
    onDone(done);
    return sample;
  });
  return plans.map((plan, index) =>
    summed(plan, results.slice(index * samples, (index + 1) * samples)),
  );
}

function summed<Plan>(plan: Plan, samples: readonly Sample[]): Compared<Plan> {
  const texts = samples.filter(({ failure }) => failure === null).map(textOf);
  return {
    plan,
    samples,
    distinct: countDistinct(texts),
    meanSimilarity: meanSimilarity(texts),
    refused: texts.length === 0 ? (samples[0]?.failure ?? null) : null,
  };
}
