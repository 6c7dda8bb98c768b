import { parseJson } from './json.ts';

/** One server-sent event: the `event:` name, if it had one, and its `data:` lines joined. */
export interface Frame {
  readonly event: string | null;
  readonly data: string;
}

/**
 * Turns the text of a stream, cut anywhere, into whole frames. A frame counts once its blank line has
 * arrived (HTML Standard, "Server-sent events": an unfinished block at the end of a stream is dropped).
 */
export class FrameReader {
  #rest = '';
  #endedInCarriageReturn = false;
  #event: string | null = null;
  #data: string[] = [];

  /** The frames that are whole with this piece of text; lines are read as far as they are asked for. */
  *push(text: string): Generator<Frame> {
    this.#rest += this.#withLineFeeds(text);
    for (let end = this.#rest.indexOf('\n'); end !== -1; end = this.#rest.indexOf('\n')) {
      const line = this.#rest.slice(0, end);
      this.#rest = this.#rest.slice(end + 1);
      const frame = this.#readLine(line);
      if (frame) yield frame;
    }
  }

  /**
   * Every line end as a line feed. A carriage return ends its line at once; a line feed that follows in the next piece
   * belongs to it.
   */
  #withLineFeeds(text: string): string {
    if (text === '') return text;
    const belongsToLast = this.#endedInCarriageReturn && text.startsWith('\n');
    this.#endedInCarriageReturn = text.endsWith('\r');
    return withLineFeeds(belongsToLast ? text.slice(1) : text);
  }

  #readLine(line: string): Frame | null {
    if (line === '') return this.#endFrame();
    const colon = line.indexOf(':');
    const field = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') this.#event = value;
    if (field === 'data') this.#data.push(value);
    return null;
  }

  #endFrame(): Frame | null {
    const frame = { event: this.#event, data: this.#data.join('\n') };
    const isEmpty = this.#data.length === 0;
    this.#event = null;
    this.#data = [];
    return isEmpty ? null : frame;
  }
}

/** The text with every line end of an event stream, which may be of three kinds, as a line feed. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** The mark that ends a stream of chat completions. */
export function isDone(frame: Frame): boolean {
  return frame.data.startsWith('[DONE]');
}

/** The JSON of a frame; undefined for `[DONE]` and for anything that does not parse. */
export function frameJson(frame: Frame): unknown {
  return isDone(frame) ? undefined : parseJson(frame.data);
}
