/**
 * The value below which, or at which, this share of the values lies: the nearest rank, so always one of the values; null for none.
 * @param share above 0, at most 1
 */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? null;
}

/** The value in the middle, of an even count the mean of the two there; null for none. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

export interface Span {
  readonly startedMs: number;
  readonly endedMs: number;
}

/** The most spans that overlap at any moment; one that ends as another starts does not overlap it. */
export function mostAtOnce(spans: readonly Span[]): number {
  const changes = spans.flatMap(({ startedMs, endedMs }) => [
    { at: startedMs, by: 1 },
    { at: endedMs, by: -1 },
  ]);
  changes.sort((a, b) => a.at - b.at || a.by - b.by);
  let now = 0;
  let most = 0;
  for (const { by } of changes) {
    now += by;
    most = Math.max(most, now);
  }
  return most;
}

/**
 * How long calls of these durations take at best with so many at once: each is started, in order, as soon as one before it has
 * ended, and nothing else takes time.
 */
export function idealMs(durations: readonly number[], concurrency: number): number {
  if (concurrency >= durations.length) return largest(durations);
  // When each place is free again, as a binary heap: the first is the soonest, whatever their number.
  const places = new Array<number>(concurrency).fill(0);
  for (const duration of durations) {
    places[0] = (places[0] ?? 0) + duration;
    sink(places);
  }
  return largest(places);
}

/** Brings the first value of a heap, and no other, to its place. */
function sink(heap: number[]): void {
  const at = (index: number) => heap[index] ?? Number.POSITIVE_INFINITY;
  let index = 0;
  for (;;) {
    const [left, right] = [2 * index + 1, 2 * index + 2];
    const child = at(right) < at(left) ? right : left;
    if (at(index) <= at(child)) return;
    [heap[index], heap[child]] = [at(child), at(index)];
    index = child;
  }
}

/** The largest value, 0 for none: as an argument each, as many as a run may have would not fit on the stack. */
export function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
