import { setFlagsFromString } from 'node:v8';

/** Calls in one run from which on memory is worth some CPU. */
const manyCalls = 2000;

/**
 * Lets the heap grow by no more than 30 % between two collections, for runs of many calls: V8 by itself lets garbage pile up to
 * several hundred megabytes, where 10,000 calls need less than 80 at any moment. Holds for the rest of the process.
 * @param calls in all runs together
 */
export function keepHeapSmall(calls: number): void {
  if (calls >= manyCalls) setFlagsFromString('--heap-growing-percent=30');
}
