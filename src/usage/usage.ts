/** Tokens of one call, as the API counted them. Cached and cache-write tokens are part of input, reasoning of output. */
export interface Usage {
  readonly inputTokens: number;
  readonly cachedInputTokens: number;
  readonly cacheWriteTokens: number;
  readonly outputTokens: number;
  readonly reasoningTokens: number;
  readonly totalTokens: number;
}

export const zeroUsage: Usage = {
  inputTokens: 0,
  cachedInputTokens: 0,
  cacheWriteTokens: 0,
  outputTokens: 0,
  reasoningTokens: 0,
  totalTokens: 0,
};

export function addUsage(a: Usage, b: Usage): Usage {
  return {
    inputTokens: a.inputTokens + b.inputTokens,
    cachedInputTokens: a.cachedInputTokens + b.cachedInputTokens,
    cacheWriteTokens: a.cacheWriteTokens + b.cacheWriteTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    reasoningTokens: a.reasoningTokens + b.reasoningTokens,
    totalTokens: a.totalTokens + b.totalTokens,
  };
}

interface Fields {
  readonly [name: string]: unknown;
}

/** What the endpoints call input and output: Responses; Chat Completions and embeddings. */
const dialects = [
  { input: 'input_tokens', output: 'output_tokens' },
  { input: 'prompt_tokens', output: 'completion_tokens' },
] as const;

/**
 * The `usage` of a Responses, Chat Completions or embeddings body, whatever else the body holds.
 * Gives null when there is none (a response that is not finished has `usage: null`) or when any count
 * in it is not a whole number from 0 up: unknown is not the same as nothing.
 */
export function readUsage(body: unknown): Usage | null {
  const fields = isObject(body) ? body.usage : null;
  if (!isObject(fields)) return null;
  const dialect = dialects.find(({ input }) => input in fields);
  if (!dialect) return null;
  const { input, output } = dialect;
  const inputDetails = fields[`${input}_details`] ?? {};
  const outputDetails = fields[`${output}_details`] ?? {};
  const inputTokens = count(fields, input, Number.NaN);
  // Embeddings report no output: it is what the total leaves, which is nothing.
  const rest = count(fields, 'total_tokens', Number.NaN) - inputTokens;
  const outputTokens = count(fields, output, rest);
  const usage: Usage = {
    inputTokens,
    cachedInputTokens: count(inputDetails, 'cached_tokens', 0),
    cacheWriteTokens: count(inputDetails, 'cache_write_tokens', 0),
    outputTokens,
    reasoningTokens: count(outputDetails, 'reasoning_tokens', 0),
    totalTokens: count(fields, 'total_tokens', inputTokens + outputTokens),
  };
  return Object.values(usage).every(isCount) ? usage : null;
}

/** The number under `name`, or `absent` where the field is missing or null; NaN for anything else. */
function count(fields: unknown, name: string, absent: number): number {
  if (!isObject(fields)) return Number.NaN;
  const value = fields[name] ?? absent;
  return typeof value === 'number' ? value : Number.NaN;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
