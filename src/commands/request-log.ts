import type { Clock } from '../context.ts';
import type { LogEntry } from '../sandbox/middleware.ts';
import { formatMs, formatTime } from '../terminal/format.ts';
import { sanitize } from '../terminal/sanitize.ts';
import { wrap } from '../terminal/text.ts';
import type { Screen } from './screen.ts';

/** Milliseconds for which lines are gathered: nobody sees it, and under load a write for each would take a tenth of the time. */
const gatheringMs = 20;

/**
 * The log of `course sandbox`: a line for each request, and once what key will do. A line is written at once when it comes
 * alone; those that come right after it go together.
 */
export class RequestLog {
  readonly #clock: Clock;
  readonly #screen: Pick<Screen, 'note' | 'err'>;
  /** Lines that came since the last write; null when the next one is to be written at once. */
  #waiting: string[] | null = null;
  #isKeyExplained = false;

  constructor(clock: Clock, screen: Pick<Screen, 'note' | 'err'>) {
    this.#clock = clock;
    this.#screen = screen;
  }

  add(entry: LogEntry): void {
    const lines = [describe(entry, this.#clock.now())];
    if (entry.status === 401 && !this.#isKeyExplained) {
      this.#isKeyExplained = true;
      lines.push(...this.#keyRule());
    }
    if (this.#waiting) {
      this.#waiting.push(...lines);
      return;
    }
    this.#screen.note(lines);
    this.#waiting = [];
    this.#clock.timer(gatheringMs, () => this.flush());
  }

  /** Writes what waits. */
  flush(): void {
    if (this.#waiting && this.#waiting.length > 0) this.#screen.note(this.#waiting);
    this.#waiting = null;
  }

  #keyRule(): string[] {
    const rule = 'Any key that begins with sk- and does not contain “wrong” will do.';
    return wrap(this.#screen.err.theme.dim(rule), this.#screen.err.width);
  }
}

/** @param at Unix milliseconds */
function describe(entry: LogEntry, at: number): string {
  const { method, path, status, ms, usage, requestId } = entry;
  const tokens = usage ? `${usage.input_tokens} tokens in, ${usage.output_tokens} out  ` : '';
  const request = `${formatTime(at)}  ${method} ${sanitize(path)}  ${status ?? 'no answer'}`;
  return `${request}  ${tokens}${formatMs(ms)}  ${requestId}`;
}
