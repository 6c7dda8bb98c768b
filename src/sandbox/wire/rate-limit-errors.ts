import { ApiError } from './errors.ts';
import { goDuration } from './go-duration.ts';

/** The sandbox's account, as it stands in headers and error texts. */
export const organization = 'org-sandbox';

/** What is limited, as the error's `type` and in its text. */
const limited = {
  requests: 'requests per min (RPM)',
  tokens: 'tokens per min (TPM)',
} as const;
export type Limited = keyof typeof limited;

export interface Refusal {
  readonly model: string;
  readonly kind: Limited;
  readonly limit: number;
  readonly used: number;
  readonly requested: number;
  /** Whole milliseconds after which the same request fits. */
  readonly waitMs: number;
}

const advice = 'Visit https://platform.openai.com/account/rate-limits to learn more.';

export function rateLimitReached(refusal: Refusal): ApiError {
  const { model, kind, limit, used, requested, waitMs } = refusal;
  return new ApiError(
    429,
    `Rate limit reached for ${model} in organization ${organization} on ${limited[kind]}: Limit ${limit}, Used ${used}, Requested ${requested}. Please try again in ${goDuration(waitMs)}. ${advice}`,
    { type: kind, code: 'rate_limit_exceeded', headers: retryAfter(waitMs) },
  );
}

/** No wait helps: one request asks for more tokens than a whole minute allows. */
export function requestTooLarge(model: string, limit: number, requested: number): ApiError {
  return new ApiError(
    429,
    `Request too large for ${model} in organization ${organization} on ${limited.tokens}: Limit ${limit}, Requested ${requested}. The input or output tokens must be reduced in order to run successfully. ${advice}`,
    { type: 'tokens', code: 'rate_limit_exceeded' },
  );
}

/** The wait as headers: whole seconds, at least 1 (OpenAI's OpenAPI document), and exactly. */
export function retryAfter(waitMs: number): Record<string, string> {
  return {
    'retry-after': String(Math.max(1, Math.ceil(waitMs / 1000))),
    'retry-after-ms': String(waitMs),
  };
}
