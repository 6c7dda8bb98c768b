import { randomInt } from 'node:crypto';
import { Hono } from 'hono';
import type { Clock } from '../context.ts';
import { loadTokenizer } from '../usage/tokens.ts';
import { BatchStore } from './batch-store.ts';
import type { Fault } from './faults.ts';
import { FileStore } from './file-store.ts';
import type { Latency } from './latency.ts';
import { type LimitSettings, limitsByModel } from './limits.ts';
import {
  checkKey,
  identify,
  type LogEntry,
  letUpgrade,
  refuseMethod,
  takeFault,
  toReply,
} from './middleware.ts';
import { PromptCache } from './prompt-cache.ts';
import { RequestRandomness } from './random.ts';
import { replying, replyingAsModel, replyingToJson } from './replying.ts';
import type { SandboxRequest } from './request.ts';
import { RememberingRouter } from './router.ts';
import { cancelBatch, createBatch, listBatches, retrieveBatch } from './routes/batches.ts';
import { compactResponse } from './routes/compact-response.ts';
import { createChatCompletion } from './routes/create-chat-completion.ts';
import { createResponse } from './routes/create-response.ts';
import { createEmbeddings } from './routes/embeddings.ts';
import { deleteFile, downloadFile, listFiles, retrieveFile, uploadFile } from './routes/files.ts';
import { countInputTokens } from './routes/input-tokens.ts';
import { listModels, retrieveModel } from './routes/models.ts';
import {
  cancelResponse,
  deleteResponse,
  listInputItems,
  retrieveResponse,
} from './routes/stored-responses.ts';
import { FaultScript } from './scripted-faults.ts';
import { Seal } from './seal.ts';
import type { SandboxEnv, Services } from './services.ts';
import { type Socket, SocketSession, type SocketTurn } from './socket-session.ts';
import { answer, type StandinRequest } from './standin/standin.ts';
import { ResponseStore } from './store.ts';
import { invalidUrl } from './wire/errors.ts';
import { type Reply, toResponse } from './wire/reply.ts';

export interface SandboxOptions {
  readonly clock: Clock;
  /** The day by which models are judged retired. */
  readonly today: () => Date;
  /** Makes every answer repeatable; null draws a seed. */
  readonly seed: number | null;
  readonly latency: Latency;
  readonly limits: LimitSettings;
  /** One for each POST to a model endpoint, in order of arrival; after the last, all is well. */
  readonly faults: readonly Fault[];
  /** Told of each request once its answer begins. */
  readonly log?: (entry: LogEntry) => void;
  /** Answers instead of a model; the course's stand-in if left out. */
  readonly answer?: (request: StandinRequest) => string;
}

/** OpenAI's API for one course: a request in, a response out, no port and no network. */
export interface Sandbox {
  /**
   * Never gives an HTTP answer that the API would not give. Rejects with `ConnectionReset` where the fail script
   * drops the connection, and with the signal's reason when the request is aborted.
   */
  readonly fetch: (request: Request) => Promise<Response>;
  /** The same for a server, which sends an answer as it stands. */
  readonly reply: (request: SandboxRequest) => Promise<Reply>;
  /**
   * Begins to serve a WebSocket whose upgrade `reply` has let in: it answers that request with 204.
   * @param authorization the header of that request
   */
  readonly connect: (socket: Socket, authorization: string) => SocketSession;
}

/** Each POST to one of these takes an item of the fail script. */
const modelEndpoints = [
  '/v1/responses',
  '/v1/responses/compact',
  '/v1/chat/completions',
  '/v1/embeddings',
];

/** Sets up a sandbox; loads the tokenizer (some 300 ms the first time). */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { clock, today, latency, faults, log } = options;
  const tokenizer = await loadTokenizer();
  const seed = options.seed ?? randomInt(2 ** 47);
  const services: Services = {
    clock,
    today,
    latency,
    tokenizer,
    store: new ResponseStore(),
    files: new FileStore(clock.now),
    promptCache: new PromptCache(tokenizer.encode, clock.now),
    limitsOf: limitsByModel(options.limits, clock.now),
    seal: new Seal(String(seed)),
    randomness: new RequestRandomness(seed),
    answer: options.answer ?? answer,
    batches: new BatchStore(),
    dispatch: (endpoint, body) => replyOf(batchApi, postOf(endpoint, body)),
  };
  const batchApi = createApp({ ...services, ...unhurried(clock) }, new FaultScript([]), undefined);
  const app = createApp(services, new FaultScript(faults), log);
  return {
    fetch: async (request) => toResponse(await replyOf(app, request)),
    reply: (request) => replyOf(app, request),
    connect: (socket, authorization) =>
      new SocketSession({
        socket,
        authorization,
        clock,
        store: services.store,
        answer: (request, turn) => replyOf(app, request, turn),
      }),
  };
}

/** The requests of a batch take no time of their own and count against no limit; no fault strikes them. */
function unhurried({ now }: Clock): Pick<Services, 'latency' | 'limitsOf'> {
  return { latency: 'none', limitsOf: limitsByModel({ rpm: null, tpm: null }, now) };
}

function postOf(path: string, body: object): Request {
  return new Request(`http://batch.invalid${path}`, {
    method: 'POST',
    headers: { authorization: 'Bearer sk-batch', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

function createApp(
  services: Services,
  script: FaultScript,
  log: SandboxOptions['log'],
): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>({ router: new RememberingRouter() });
  app.use(identify(services, log));
  for (const path of modelEndpoints) app.post(path, takeFault(script));
  app.use(checkKey);
  addRoutes(app, services);
  app.notFound((c) => {
    throw invalidUrl(c.req.method, c.req.path);
  });
  app.onError(toReply);
  return app;
}

async function replyOf(
  app: Hono<SandboxEnv>,
  request: SandboxRequest,
  turn?: SocketTurn,
): Promise<Reply> {
  const env: SandboxEnv['Bindings'] = turn ? { turn } : {};
  // Hono itself reads no more of a request than this.
  await app.fetch(request as Request, env);
  if (env.reply === undefined) throw new Error('The request was let through without an answer.');
  return request.method === 'HEAD' ? { ...env.reply, content: null } : env.reply;
}

function addRoutes(app: Hono<SandboxEnv>, services: Services): void {
  const { store } = services;
  app.post('/v1/responses', replyingAsModel(createResponse(services)));
  app.get('/v1/responses', letUpgrade);
  app.post('/v1/responses/compact', replyingAsModel(compactResponse(services)));
  app.post('/v1/responses/input_tokens', replyingToJson(countInputTokens(services)));
  app.get('/v1/responses/:id', replying(retrieveResponse(store)));
  app.delete('/v1/responses/:id', replying(deleteResponse(store)));
  app.post('/v1/responses/:id/cancel', replying(cancelResponse(store)));
  app.get('/v1/responses/:id/input_items', replying(listInputItems(store)));
  app.post('/v1/embeddings', replyingAsModel(createEmbeddings(services)));
  app.post('/v1/chat/completions', replyingAsModel(createChatCompletion(services)));
  app.post('/v1/batches', replyingToJson(createBatch(services)));
  app.get('/v1/batches', replying(listBatches(services)));
  app.get('/v1/batches/:id', replying(retrieveBatch(services)));
  app.post('/v1/batches/:id/cancel', replying(cancelBatch(services)));
  app.post('/v1/files', replying(uploadFile(services)));
  app.get('/v1/files', replying(listFiles(services)));
  app.get('/v1/files/:id', replying(retrieveFile(services)));
  app.delete('/v1/files/:id', replying(deleteFile(services)));
  app.get('/v1/files/:id/content', replying(downloadFile(services)));
  app.get('/v1/models', replying(listModels(services)));
  app.get('/v1/models/:id', replying(retrieveModel(services)));
  for (const path of new Set(app.routes.map((route) => route.path))) {
    if (path !== '/*') app.all(path, refuseMethod);
  }
}
