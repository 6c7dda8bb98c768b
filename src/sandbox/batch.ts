import { findModel } from '../usage/models.ts';
import { asBatchError, type BatchRequest, requestsIn, validateInput } from './batch-input.ts';
import { BatchResults } from './batch-results.ts';
import type { StoredFile } from './file-store.ts';
import type { Latency } from './latency.ts';
import type { Services } from './services.ts';
import { notCancellable } from './wire/batch-errors.ts';
import {
  type BatchError,
  type BatchObject,
  type BatchStatus,
  batchObject,
} from './wire/batch-object.ts';
import type { CreateBatch } from './wire/create-batch.ts';
import { ApiError } from './wire/errors.ts';
import { fileObject } from './wire/file-object.ts';
import { createBatchId, createFileId } from './wire/ids.ts';

/** What a batch needs of the sandbox. */
type BatchServices = Pick<Services, 'clock' | 'today' | 'latency' | 'files' | 'dispatch'>;

/**
 * What takes up to a day takes seconds here: a unit of time to validate, one for each request up to five, one to
 * write the files. Also without latency there is time to watch and to cancel.
 * @returns milliseconds
 */
function unitOf(latency: Latency): number {
  if (latency === 'none') return 100;
  return latency === 'realistic' ? 1000 : Math.max(1, latency);
}
const mostUnitsToAnswer = 5;

/** Requests that are answered before others get their turn. */
const atOnce = 50;

/** Requests that are answered when somebody looks, so that nobody waits long: a large batch needs several looks. */
const mostAtALook = 2000;

/**
 * One batch. It runs on nobody's time: what is due by the clock is done when somebody asks how it stands. From its
 * creation on it holds its file, so that deleting that does it no harm.
 */
export class Batch {
  readonly id: string;
  readonly #request: CreateBatch;
  readonly #services: BatchServices;
  readonly #random: () => number;
  readonly #unit: number;
  readonly #results: BatchResults;
  readonly #reachedAt: Partial<Record<BatchStatus, number>>;
  readonly #createdAt: number;
  /** Until it has ended. */
  #input: StoredFile | null;
  /** What is left to be answered, once the file is found right. */
  #pending: Generator<BatchRequest> | null = null;
  #status: BatchStatus = 'validating';
  #total = 0;
  #model: string | null = null;
  #errors: readonly BatchError[] = [];
  #outputFileId: string | null = null;
  #errorFileId: string | null = null;
  #cancelledAt = Number.POSITIVE_INFINITY;
  #work: Promise<void> = Promise.resolve();

  constructor(request: CreateBatch, services: BatchServices, random: () => number) {
    this.id = createBatchId('batch', random);
    this.#request = request;
    this.#services = services;
    this.#random = random;
    this.#unit = unitOf(services.latency);
    this.#results = new BatchResults(random);
    this.#createdAt = services.clock.now();
    this.#reachedAt = { validating: this.#createdAt };
    this.#input = services.files.get(request.input_file_id) ?? null;
  }

  /** As it stood when it was last looked at. */
  get object(): BatchObject {
    const { completed, failed, usage } = this.#results;
    return batchObject({
      id: this.id,
      request: this.#request,
      status: this.#status,
      reachedAt: this.#reachedAt,
      model: this.#model,
      errors: this.#errors,
      outputFileId: this.#outputFileId,
      errorFileId: this.#errorFileId,
      counts: { total: this.#total, completed, failed },
      usage,
    });
  }

  /** As it stands now. */
  async look(): Promise<BatchObject> {
    // One after the other: two that look at the same time must not answer the same request.
    this.#work = this.#work.then(() => this.#advance());
    await this.#work;
    return this.object;
  }

  /**
   * Stops it. What was answered until now is kept.
   * @throws ApiError 409 when it has ended by itself
   */
  async cancel(): Promise<BatchObject> {
    const { status } = await this.look();
    if (status === 'completed' || status === 'failed') throw notCancellable(status);
    if (status !== 'cancelling' && status !== 'cancelled') {
      this.#cancelledAt = this.#services.clock.now();
      this.#reach('cancelling', this.#cancelledAt);
    }
    return this.object;
  }

  async #advance(): Promise<void> {
    const now = this.#services.clock.now();
    const startsAt = this.#createdAt + this.#unit;
    if (this.#status === 'validating' && now >= startsAt) this.#validate(startsAt);
    const answeredAt = startsAt + this.#unit * Math.min(this.#total, mostUnitsToAnswer);
    if (this.#status === 'in_progress') {
      await this.#answer((now - startsAt) / (answeredAt - startsAt));
      if (this.#results.answered === this.#total) this.#reach('finalizing', answeredAt);
    }
    const endsAt = answeredAt + this.#unit;
    if (this.#status === 'finalizing' && now >= endsAt) this.#finish('completed', endsAt);
    const stopsAt = this.#cancelledAt + this.#unit;
    if (this.#status === 'cancelling' && now >= stopsAt) this.#finish('cancelled', stopsAt);
  }

  #validate(at: number): void {
    const { total, model, errors } = validateInput(
      this.#input,
      this.#request,
      this.#services.today(),
    );
    if (this.#input === null || errors.length > 0) {
      this.#fail(errors, at);
      return;
    }
    this.#total = total;
    this.#model = findModel(model ?? '')?.snapshot ?? model;
    this.#pending = requestsIn(this.#input.content, this.#request.endpoint);
    this.#reach('in_progress', at);
  }

  /** @param share of the requests that are to be answered by now; above 1 all */
  async #answer(share: number): Promise<void> {
    const { dispatch, clock } = this.#services;
    const due = Math.min(
      Math.floor(this.#total * Math.min(1, share)),
      this.#results.answered + mostAtALook,
    );
    while (this.#results.answered < due) {
      const request = this.#pending?.next().value;
      if (request === undefined) return;
      this.#results.add(request, await dispatch(this.#request.endpoint, request.body));
      if (this.#results.answered % atOnce === 0) await clock.sleep(0);
    }
  }

  #finish(status: 'completed' | 'cancelled', at: number): void {
    for (const request of this.#pending ?? []) this.#results.addCancelled(request);
    const { output, error } = this.#results.takeFiles();
    try {
      this.#outputFileId = this.#write('output', output, at);
      this.#errorFileId = this.#write('error', error, at);
    } catch (refusal) {
      if (!(refusal instanceof ApiError)) throw refusal;
      this.#fail([asBatchError(refusal, null)], at);
      return;
    }
    this.#end(status, at);
  }

  /** Gives the id of the file; null when there is nothing to write. */
  #write(kind: 'output' | 'error', content: Uint8Array | null, createdAt: number): string | null {
    if (content === null) return null;
    const id = createFileId(this.#random);
    const filename = `${this.id}_${kind}.jsonl`;
    const named = { id, purpose: 'batch_output', filename, bytes: content.byteLength } as const;
    const lifetime = this.#request.output_expires_after?.seconds ?? null;
    this.#services.files.add({ object: fileObject(named, { createdAt, lifetime }), content });
    return id;
  }

  #fail(errors: readonly BatchError[], at: number): void {
    this.#errors = errors;
    this.#end('failed', at);
  }

  #end(status: BatchStatus, at: number): void {
    this.#reach(status, at);
    this.#input = null;
    this.#pending = null;
  }

  #reach(status: BatchStatus, at: number): void {
    this.#status = status;
    this.#reachedAt[status] = at;
  }
}
