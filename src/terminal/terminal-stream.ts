import { clearLine, cursorTo, moveCursor } from 'node:readline';
import { Writable } from 'node:stream';
import type { Output } from '../context.ts';
import { fallbackColumns } from './width.ts';

/** Of a terminal that does not say. */
const fallbackRows = 24;

const colors = /\x1b\[[\d;]*m/g;

/**
 * An Output as the writable terminal stream that ora and inquirer expect. Writes go through at
 * once, so their order with other writes to the same Output holds; ending it leaves the Output
 * open. Colours are taken out when `color` is false: both libraries decide on them by themselves.
 */
export class TerminalStream extends Writable {
  readonly isTTY = true;
  readonly #output: Output;
  readonly #color: boolean;

  constructor(output: Output, { color }: { color: boolean }) {
    super({ decodeStrings: false });
    this.#output = output;
    this.#color = color;
  }

  /** A terminal may say 0 when it does not know. */
  get columns(): number {
    return this.#output.columns || fallbackColumns;
  }

  get rows(): number {
    return this.#output.rows || fallbackRows;
  }

  override _write(chunk: string | Buffer, _encoding: BufferEncoding, done: () => void): void {
    const text = chunk.toString();
    this.#output.write(this.#color ? text : text.replace(colors, ''));
    done();
  }

  getWindowSize(): [number] {
    return [this.columns];
  }

  clearLine(direction: -1 | 0 | 1): boolean {
    return clearLine(this, direction);
  }

  cursorTo(x: number): boolean {
    return cursorTo(this, x);
  }

  moveCursor(dx: number, dy: number): boolean {
    return moveCursor(this, dx, dy);
  }
}
