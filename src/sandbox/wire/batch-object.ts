import type { Usage } from '../../usage/usage.ts';
import type { CreateBatch } from './create-batch.ts';

export type BatchStatus =
  | 'validating'
  | 'failed'
  | 'in_progress'
  | 'finalizing'
  | 'completed'
  | 'cancelling'
  | 'cancelled';

/** A mistake in the file of a batch. */
export interface BatchError {
  readonly code: string | null;
  readonly message: string;
  readonly param: string | null;
  /** From 1; null when it is about the whole file. */
  readonly line: number | null;
}

/** How a batch stands. */
interface BatchState {
  readonly id: string;
  readonly request: CreateBatch;
  readonly status: BatchStatus;
  /** When it came to each status, Unix milliseconds. */
  readonly reachedAt: Readonly<Partial<Record<BatchStatus, number>>>;
  /** Its own echo; null until it is known. */
  readonly model: string | null;
  readonly errors: readonly BatchError[];
  readonly outputFileId: string | null;
  readonly errorFileId: string | null;
  readonly counts: { readonly total: number; readonly completed: number; readonly failed: number };
  readonly usage: Usage;
}

/** A batch is given a day (`completion_window`), in seconds. */
const day = 86_400;

export type BatchObject = ReturnType<typeof batchObject>;

/** The batch as the wire has it. Published answers have null where nothing is known. */
export function batchObject({ id, request, status, reachedAt, ...state }: BatchState) {
  const at = (reached: BatchStatus) => seconds(reachedAt[reached]);
  const createdAt = seconds(reachedAt.validating) ?? 0;
  return {
    id,
    object: 'batch',
    endpoint: request.endpoint,
    model: state.model,
    errors: state.errors.length > 0 ? { object: 'list', data: state.errors } : null,
    input_file_id: request.input_file_id,
    completion_window: request.completion_window,
    status,
    output_file_id: state.outputFileId,
    error_file_id: state.errorFileId,
    created_at: createdAt,
    in_progress_at: at('in_progress'),
    expires_at: createdAt + day,
    finalizing_at: at('finalizing'),
    completed_at: at('completed'),
    failed_at: at('failed'),
    expired_at: null,
    cancelling_at: at('cancelling'),
    cancelled_at: at('cancelled'),
    request_counts: state.counts,
    usage: usageObject(state.usage),
    metadata: request.metadata,
  };
}

function seconds(ms: number | undefined): number | null {
  return ms === undefined ? null : Math.floor(ms / 1000);
}

function usageObject(usage: Usage) {
  return {
    input_tokens: usage.inputTokens,
    input_tokens_details: { cached_tokens: usage.cachedInputTokens },
    output_tokens: usage.outputTokens,
    output_tokens_details: { reasoning_tokens: usage.reasoningTokens },
    total_tokens: usage.totalTokens,
  };
}
