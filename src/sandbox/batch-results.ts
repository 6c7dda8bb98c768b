import { addUsage, readUsage, type Usage, zeroUsage } from '../usage/usage.ts';
import type { BatchRequest } from './batch-input.ts';
import { createBatchId } from './wire/ids.ts';
import type { Reply } from './wire/reply.ts';

/** Why a request was never sent. */
const cancelled = {
  code: 'batch_cancelled',
  message: 'This request was not executed because the batch was cancelled.',
};

/** The answers of a batch so far, as lines of its two files. */
export class BatchResults {
  /** Requests that were answered well. */
  completed = 0;
  /** Requests that were refused. */
  failed = 0;
  usage: Usage = zeroUsage;
  readonly #output: string[] = [];
  readonly #errors: string[] = [];
  readonly #random: () => number;

  constructor(random: () => number) {
    this.#random = random;
  }

  /** Requests that were answered, well or not. */
  get answered(): number {
    return this.completed + this.failed;
  }

  add({ customId }: BatchRequest, { status, headers, content }: Reply): void {
    const body: unknown = JSON.parse(String(content));
    const answer = {
      status_code: status,
      request_id: headers['x-request-id']?.replace(/^req_/, '') ?? null,
      body,
    };
    const line = this.#line(customId, answer, null);
    if (status === 200) {
      this.completed += 1;
      this.usage = addUsage(this.usage, readUsage(body) ?? zeroUsage);
      this.#output.push(line);
    } else {
      this.failed += 1;
      this.#errors.push(line);
    }
  }

  /** A request that was not sent counts as neither (published batches of 2026). */
  addCancelled({ customId }: BatchRequest): void {
    this.#errors.push(this.#line(customId, null, cancelled));
  }

  /** What goes into the two files, null where there is not a line. It is kept no longer. */
  takeFiles(): { output: Uint8Array | null; error: Uint8Array | null } {
    return { output: joined(this.#output.splice(0)), error: joined(this.#errors.splice(0)) };
  }

  #line(custom_id: string, response: object | null, error: object | null): string {
    const id = createBatchId('batch_req', this.#random);
    return `${JSON.stringify({ id, custom_id, response, error })}\n`;
  }
}

function joined(lines: readonly string[]): Uint8Array | null {
  return lines.length === 0 ? null : Buffer.from(lines.join(''));
}
