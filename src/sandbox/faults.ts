import { CourseError } from '../errors.ts';
import { similar } from '../spelling.ts';

/** What a scripted item does to one request. */
export type Fault =
  | { readonly kind: 'ok' | 'quota' | 'reset' | 'timeout' | 'html' }
  | {
      readonly kind: 'status';
      readonly status: number;
      /** What the answer asks the client to wait; null: it does not say. */
      readonly waitMs: number | null;
    }
  | StreamFault;

/** Strikes after this many text deltas of a stream: it ends, falls silent, or the response fails. */
export interface StreamFault {
  readonly kind: (typeof streamFaults)[number];
  readonly afterDeltas: number;
}

/** The fault, if it strikes in the middle of an answer. */
export function streamFaultOf(fault: Fault): StreamFault | null {
  return 'afterDeltas' in fault ? fault : null;
}

const plainFaults = ['ok', 'quota', 'reset', 'timeout', 'html'] as const;
const streamFaults = ['cut', 'stall', 'failed'] as const;

/** More requests than any run makes; keeps `ok*999999999` from filling the memory. */
const maxItems = 10_000;

/**
 * Reads the value of `--fail`: items separated by commas, one for each request, in order of arrival.
 * `ok`, a status from 400 to 599 (`429=2` asks for a wait of 2 s), `quota`, `reset`, `timeout`, `html`,
 * `cut@n`, `stall@n`, `failed@n`; `ITEM*3` repeats.
 * @throws CourseError invalid_value, naming the known items
 */
export function parseFailScript(script: string): Fault[] {
  const faults = script.split(',').flatMap((item) => parseItem(item.trim()));
  if (faults.length <= maxItems) return faults;
  throw unusable(
    `The fail script has ${faults.length} items; the most it can have is ${maxItems}.`,
  );
}

function parseItem(item: string): Fault[] {
  const [, name = '', times] = /^(.*?)(?:\*([1-9]\d{0,4}))?$/.exec(item) ?? [];
  const fault = parseStatus(name) ?? parseStreamFault(name) ?? parsePlainFault(name);
  if (fault === undefined) throw unknownItem(item);
  return Array.from({ length: Number(times ?? 1) }, () => fault);
}

function parseStatus(name: string): Fault | undefined {
  const [, status, seconds] = /^([45]\d\d)(?:=(\d{1,5}(?:\.\d{1,3})?))?$/.exec(name) ?? [];
  if (status === undefined) return undefined;
  const waitMs = seconds === undefined ? null : Math.round(Number(seconds) * 1000);
  return { kind: 'status', status: Number(status), waitMs };
}

function parseStreamFault(name: string): Fault | undefined {
  const [, word, count] = /^([a-z]+)@(\d{1,6})$/.exec(name) ?? [];
  const kind = streamFaults.find((known) => known === word);
  return kind && { kind, afterDeltas: Number(count) };
}

function parsePlainFault(name: string): Fault | undefined {
  const kind = plainFaults.find((known) => known === name);
  return kind && { kind };
}

function unknownItem(item: string): CourseError {
  const written = [...plainFaults, ...streamFaults.map((name) => `${name}@3`)];
  const meant = similar(item.toLowerCase(), written)[0];
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`;
  return unusable(`"${item}" is no item of a fail script.${hint}`);
}

function unusable(problem: string): CourseError {
  return new CourseError(
    'invalid_value',
    problem,
    'Items: ok, a status from 400 to 599 (429=2 asks for a wait of 2 seconds), quota, reset, timeout, html, and after n pieces of text cut@n, stall@n, failed@n. ITEM*3 repeats. Example: 429=1,503,ok',
  );
}
