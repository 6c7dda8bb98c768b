import { maskKeysIn } from '../secret.ts';
import type { Cost } from '../usage/cost.ts';
import type { Usage } from '../usage/usage.ts';
import { outputTextOf } from './answer.ts';
import type { BodyLog } from './body-log.ts';
import type {
  AnswerProblem,
  Attempt,
  Exchange,
  ProviderName,
  RecordedRequest,
  StreamEvent,
  Timing,
} from './exchange.ts';
import { asObject } from './json.ts';
import { frameJson } from './sse.ts';

type RecordedParts = Omit<Exchange, 'events' | 'outputText' | 'response'> & {
  readonly response: () => unknown;
  /** null for a plain answer. */
  readonly streamLog: BodyLog | null;
};

/** An Exchange whose body and events are parsed from the recorded bytes only when somebody looks at them. */
export class RecordedExchange implements Exchange {
  readonly provider: ProviderName;
  readonly baseUrl: string | null;
  readonly request: RecordedRequest;
  readonly attempts: readonly Attempt[];
  readonly status: string;
  readonly problem: AnswerProblem | null;
  readonly usage: Usage | null;
  readonly cost: Cost | null;
  readonly billed: boolean;
  readonly timing: Timing;
  readonly #readResponse: () => unknown;
  #response: { readonly body: unknown } | null = null;
  readonly #streamLog: BodyLog | null;
  #events: readonly StreamEvent[] | null = null;

  constructor(parts: RecordedParts) {
    this.provider = parts.provider;
    this.baseUrl = parts.baseUrl;
    this.request = parts.request;
    this.attempts = parts.attempts;
    this.#readResponse = parts.response;
    this.status = parts.status;
    this.problem = parts.problem;
    this.usage = parts.usage;
    this.cost = parts.cost;
    this.billed = parts.billed;
    this.timing = parts.timing;
    this.#streamLog = parts.streamLog;
  }

  get response(): unknown {
    this.#response ??= { body: withoutKeys(this.#readResponse()) };
    return this.#response.body;
  }

  get events(): readonly StreamEvent[] {
    this.#events ??= this.#streamLog ? readEvents(this.#streamLog) : [];
    return this.#events;
  }

  get outputText(): string | null {
    return outputTextOf(this.response, this.events);
  }
}

function readEvents(log: BodyLog): StreamEvent[] {
  const events: StreamEvent[] = [];
  for (const frame of log.frames()) {
    const data = asObject(frameJson(frame));
    if (!data) continue;
    const type = String(data.type ?? data.object ?? '');
    events.push({ atMs: frame.atMs, type, data: withoutKeys(data) });
  }
  return events;
}

/** What tells of a failure may quote the key it was asked with; answers stay as they are. */
function withoutKeys(told: unknown): unknown {
  const { error, type, response } = asObject(told) ?? {};
  const isFailure = error || type === 'error' || asObject(response)?.error;
  return isFailure ? JSON.parse(maskKeysIn(JSON.stringify(told))) : told;
}
