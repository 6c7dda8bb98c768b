/** Everything that is known of one run of a learner's program. */
export interface Observation {
  /** In order of arrival. */
  readonly requests: readonly ReceivedRequest[];
  readonly program: ProgramRun;
  /** The learner's file; null when a command was given instead. */
  readonly source: string | null;
  /** The key that the program found in its environment. */
  readonly apiKey: string;
}

/** A request as the sandbox received it: a client's retry is a request of its own. Times are Unix milliseconds. */
export interface ReceivedRequest {
  readonly method: string;
  /** As on the wire: `/v1/responses`. */
  readonly path: string;
  /** Of the Authorization header, without `Bearer `; null without one. */
  readonly key: string | null;
  /** null when it is not JSON. */
  readonly body: Readonly<Record<string, unknown>> | null;
  readonly arrivedAt: number;
  /** When the last byte of the answer was handed over, the connection dropped, or the client left. */
  readonly endedAt: number;
  /** null when it got no answer. */
  readonly status: number | null;
  /** What the answer asked the client to wait, in milliseconds; null when it did not. */
  readonly retryAfterMs: number | null;
  /** The text that the stand-in gave; null for a refusal and for an answer that did not arrive whole. */
  readonly answer: string | null;
  /** Tokens of a whole answer. */
  readonly usage: { readonly input: number; readonly output: number } | null;
  /** The client went away before the end. */
  readonly isAbandoned: boolean;
}

/** How the process went. */
export interface ProgramRun {
  /** Standard output and standard error, piece by piece as they came. */
  readonly output: readonly Piece[];
  /** null when it was stopped. */
  readonly exitCode: number | null;
  readonly ending: 'by itself' | 'too slow' | 'too much output' | 'not started';
  /** It left processes behind, which were stopped. */
  readonly leftChildren: boolean;
  /** Its own file was gone afterwards, and was put back. */
  readonly deletedItself: boolean;
  readonly startedAt: number;
  readonly endedAt: number;
}

interface Piece {
  readonly stream: 'out' | 'err';
  readonly text: string;
  /** Unix milliseconds. */
  readonly at: number;
}

/** What was printed on standard output. */
export function printed({ output }: ProgramRun): string {
  return textOf(output.filter(({ stream }) => stream === 'out'));
}

/** What was printed anywhere. */
export function printedAnywhere({ output }: ProgramRun): string {
  return textOf(output);
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}
