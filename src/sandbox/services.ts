import type { Clock } from '../context.ts';
import type { Tokenizer } from '../usage/tokens.ts';
import type { BatchStore } from './batch-store.ts';
import type { Fault } from './faults.ts';
import type { FileStore } from './file-store.ts';
import type { Latency } from './latency.ts';
import type { ModelLimits } from './limits.ts';
import type { PromptCache } from './prompt-cache.ts';
import type { RequestRandomness } from './random.ts';
import type { Seal } from './seal.ts';
import type { SocketTurn } from './socket-session.ts';
import type { StandinRequest } from './standin/standin.ts';
import type { Responses } from './store.ts';
import type { BatchEndpoint } from './wire/create-batch.ts';
import type { Reply } from './wire/reply.ts';

/** What the routes of one sandbox share. */
export interface Services {
  readonly clock: Clock;
  /** The day by which models are judged retired. */
  readonly today: () => Date;
  readonly latency: Latency;
  readonly tokenizer: Tokenizer;
  readonly store: Responses;
  readonly files: FileStore;
  readonly batches: BatchStore;
  /** Answers a request of a batch as if it had been sent by itself. */
  readonly dispatch: (endpoint: BatchEndpoint, body: object) => Promise<Reply>;
  readonly promptCache: PromptCache;
  /** Closes and opens `encrypted_content`. */
  readonly seal: Seal;
  readonly limitsOf: (model: string) => ModelLimits;
  readonly randomness: RequestRandomness;
  readonly answer: (request: StandinRequest) => string;
}

/** Tokens of one request. */
export interface TokenUsage {
  readonly input_tokens: number;
  readonly output_tokens: number;
}

/** What is known of one request beside the request itself. */
export interface SandboxEnv {
  Bindings: {
    /** Of a turn over a WebSocket. */
    turn?: SocketTurn;
    /** The answer, once there is one. */
    reply?: Reply;
  };
  Variables: {
    requestId: string;
    /** When it arrived, Unix milliseconds. */
    arrivedAt: number;
    /** The bearer key. */
    key: string;
    /** The parsed JSON of a POST. */
    body: unknown;
    /** Its item of the fail script; set for POSTs to a model. */
    fault: Fault;
    /** Set by endpoints that use tokens. */
    usage: TokenUsage | undefined;
    /** Set once the model is known. */
    limits: ModelLimits | undefined;
  };
}
