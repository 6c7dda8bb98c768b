import type { Model } from '../../usage/models.ts';
import { retentionOf } from '../prompt-cache.ts';
import type { CreateResponse } from './create-response.ts';
import type { Item } from './items.ts';
import type { FunctionTool } from './tools.ts';

/** Tokens of one answer as the wire has them. */
export interface WireUsage {
  readonly input_tokens: number;
  readonly input_tokens_details: {
    readonly cache_write_tokens: number;
    readonly cached_tokens: number;
  };
  readonly output_tokens: number;
  readonly output_tokens_details: { readonly reasoning_tokens: number };
  readonly total_tokens: number;
}

type ResponseStatus =
  | 'queued'
  | 'in_progress'
  | 'completed'
  | 'incomplete'
  | 'failed'
  | 'cancelled';

export type ResponseObject = ReturnType<typeof begunResponse>;

/** What becomes known only when an answer ends. */
type Ending = Partial<
  Pick<
    ResponseObject,
    'status' | 'completed_at' | 'error' | 'incomplete_details' | 'output' | 'usage'
  >
>;

/** gpt-5.5 and its successors echo other defaults than the models before (recorded May and August 2026). */
const sinceGpt55 = /^gpt-(5\.[5-9]|[6-9])/;

export function namesPhases(model: Model): boolean {
  return sinceGpt55.test(model.id);
}

/** What is the same in many responses is one object: `responseJson` tells it at once. */
const usualText = textOf({ format: null, verbosity: null });
const noTools: readonly FunctionTool[] = [];
const noMetadata: Readonly<Record<string, string>> = {};
const noReasoning = { context: null, effort: null, summary: null };
const noToolUsage = {
  image_gen: {
    input_tokens: 0,
    input_tokens_details: { image_tokens: 0, text_tokens: 0 },
    output_tokens: 0,
    output_tokens_details: { image_tokens: 0, text_tokens: 0 },
    total_tokens: 0,
  },
  web_search: { num_requests: 0 },
};

/**
 * The response as `response.created` carries it: keys in the recorded order, nothing answered yet.
 * @param createdAt Unix seconds
 */
export function begunResponse(
  request: CreateResponse,
  model: Model,
  { id, createdAt }: { id: string; createdAt: number },
) {
  const recent = sinceGpt55.test(model.id);
  return {
    id,
    object: 'response',
    created_at: createdAt,
    status: 'in_progress' as ResponseStatus,
    background: request.background ?? false,
    completed_at: null as number | null,
    error: null as { code: string; message: string } | null,
    frequency_penalty: request.frequency_penalty ?? 0,
    incomplete_details: null as { reason: 'max_output_tokens' } | null,
    instructions: request.instructions,
    max_output_tokens: request.max_output_tokens,
    max_tool_calls: request.max_tool_calls,
    model: model.snapshot,
    moderation: null,
    output: [] as readonly Item[],
    parallel_tool_calls: request.parallel_tool_calls ?? true,
    presence_penalty: request.presence_penalty ?? 0,
    previous_response_id: request.previous_response_id,
    prompt_cache_key: request.prompt_cache_key,
    prompt_cache_retention: retentionOf(request.prompt_cache_retention, model),
    reasoning: reasoningOf(request, model),
    safety_identifier: request.safety_identifier,
    service_tier: beganTier(request.service_tier),
    store: request.store ?? true,
    temperature: request.temperature ?? 1,
    text: request.text ? textOf(request.text) : usualText,
    tool_choice: request.tool_choice ?? 'auto',
    tool_usage: noToolUsage,
    tools: request.tools ?? noTools,
    top_logprobs: request.top_logprobs ?? 0,
    top_p: request.top_p ?? (recent ? 0.98 : 1),
    truncation: request.truncation ?? 'disabled',
    usage: null as WireUsage | null,
    user: request.user,
    metadata: request.metadata ?? noMetadata,
  };
}

/** The response as its last event, or a plain answer, carries it. */
export function endedResponse(begun: ResponseObject, ending: Ending): ResponseObject {
  return {
    ...begun,
    ...ending,
    service_tier: begun.service_tier === 'auto' ? 'default' : begun.service_tier,
  };
}

/** A response that the fail script lets fail. */
export function failedResponse(begun: ResponseObject): ResponseObject {
  const message =
    'The server had an error while processing your request. Sorry about that! (Simulated: it was asked to fail.)';
  return endedResponse(begun, { status: 'failed', error: { code: 'server_error', message } });
}

/** A response in the background that waits for its turn. */
export function queuedResponse(begun: ResponseObject): ResponseObject {
  return { ...begun, status: 'queued' };
}

/** A response in the background that was stopped before its end. */
export function cancelledResponse(begun: ResponseObject): ResponseObject {
  return endedResponse(begun, { status: 'cancelled' });
}

function textOf({ format, verbosity }: NonNullable<CreateResponse['text']>) {
  return { format: format ?? ({ type: 'text' } as const), verbosity: verbosity ?? 'medium' };
}

function reasoningOf({ reasoning }: CreateResponse, model: Model) {
  const summary = reasoning?.summary ?? reasoning?.generate_summary ?? null;
  if (!model.reasoning) return summary ? { ...noReasoning, summary } : noReasoning;
  return {
    context: contextOf(reasoning?.context ?? 'auto', model),
    effort: reasoning?.effort ?? model.defaultEffort,
    mode: 'standard',
    summary,
  };
}

/** What `auto` comes to: the gpt-5.6 family reads the reasoning of all turns (OpenAI's OpenAPI document). */
function contextOf(asked: 'auto' | 'current_turn' | 'all_turns', model: Model) {
  if (asked !== 'auto') return asked;
  return model.id.startsWith('gpt-5.6') ? 'all_turns' : 'current_turn';
}

/** Until the end a tier is what was asked for, `auto` if nothing was; `fast` is another name of `priority`. */
function beganTier(asked: CreateResponse['service_tier']) {
  return asked === 'fast' ? 'priority' : (asked ?? 'auto');
}
