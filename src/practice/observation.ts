/** Everything that is known of one run of a learner's program. */
export interface Observation {
  readonly requests: readonly ReceivedRequest[];
  readonly program: ProgramRun;
  /** What the program was given as OPENAI_API_KEY. */
  readonly key: string;
  /** The text of the program; null when it was started by a command that names no file. */
  readonly source: string | null;
}

/** A request as it arrived at the server of a check, and what became of it. Times are Unix milliseconds. */
export interface ReceivedRequest {
  readonly method: string;
  /** As on the wire: `/v1/responses`. */
  readonly path: string;
  /** The header, as sent; null without one. */
  readonly authorization: string | null;
  /** The JSON of its body; undefined when it is none. */
  readonly body: unknown;
  readonly arrivedAt: number;
  /** HTTP status; null when the connection dropped or the program left before an answer. */
  readonly status: number | null;
  /** What the answer asked the program to wait, in milliseconds; null when it did not say. */
  readonly retryAfterMs: number | null;
  /** When the last piece of the answer was sent; null while none was. */
  readonly endedAt: number | null;
  /** The program closed the connection before the answer was whole. */
  readonly wasLeft: boolean;
  /** The answer's JSON, of a stream that of its last event; undefined when there was none. */
  readonly answer: unknown;
  /** The text a person would read; null when there is none. */
  readonly outputText: string | null;
  /** When each piece of text of a stream was sent; empty for a plain answer. */
  readonly pieces: readonly Piece[];
}

export interface Piece {
  readonly at: number;
  readonly text: string;
}

/** How a program ended: by itself, or stopped for running too long, printing too much or asking too often. */
export type Ending = 'exited' | 'timed_out' | 'flooded' | 'stormed';

/** What a program did, seen from outside. Times are Unix milliseconds. */
export interface ProgramRun {
  readonly ending: Ending;
  /** null when it was stopped, by us or by a signal. */
  readonly exitCode: number | null;
  readonly stdout: readonly Piece[];
  readonly stderr: readonly Piece[];
  readonly ranMs: number;
  /** Processes that it had started were still there when it ended; they have been stopped. */
  readonly leftChildren: boolean;
}
