import pLimit from 'p-limit';

/**
 * Runs all jobs, in order, with at most so many at once, and gives their results in the order of the jobs. A job that may fail
 * gives its failure as a result; one that throws ends the whole: nothing more is started, what runs is waited for, and the
 * first error is thrown.
 * @param concurrency whole number from 1
 */
export async function fanOut<Job, Result>(
  jobs: readonly Job[],
  concurrency: number,
  run: (job: Job, index: number) => Promise<Result>,
): Promise<Result[]> {
  const limit = pLimit(concurrency);
  const results = new Array<Result>(jobs.length);
  const errors: unknown[] = [];
  const runNext = async (job: Job, index: number) => {
    if (errors.length > 0) return;
    try {
      results[index] = await run(job, index);
    } catch (error) {
      errors.push(error);
    }
  };
  await Promise.all(jobs.map((job, index) => limit(runNext, job, index)));
  if (errors.length > 0) throw errors[0];
  return results;
}
