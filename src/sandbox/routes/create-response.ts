import type { Context } from 'hono';
import { type Answer, answerTo, questionOf } from '../answering.ts';
import { BackgroundRun } from '../background.ts';
import { dueMs } from '../latency.ts';
import { estimatedTokens } from '../limits.ts';
import { textModel } from '../model-rules.ts';
import { type Connection, paced } from '../pacing.ts';
import { interrupt } from '../scripted-faults.ts';
import type { SandboxEnv, Services } from '../services.ts';
import { outcome, schedule } from '../streaming.ts';
import { type CreateResponse, readCreateResponse } from '../wire/create-response.ts';
import { eventStream, json, jsonText, type Reply } from '../wire/reply.ts';
import { EventJson, namedFrames } from '../wire/response-frames.ts';
import { responseJson } from '../wire/response-json.ts';
import { queuedResponse, type ResponseObject } from '../wire/response-object.ts';
import { connectionOf, untilDue } from './connection.ts';

/** `POST /v1/responses`: plain, streamed, and both in the background. */
export function createResponse(shared: Services) {
  return (c: Context<SandboxEnv>): Reply | Promise<Reply> => {
    const { store = shared.store, generate: generates = true } = c.env.turn ?? {};
    const services = { ...shared, store };
    const request = readCreateResponse(c.get('body'));
    const model = textModel(request.model, services.today());
    const limits = services.limitsOf(model.id);
    c.set('limits', limits);
    const question = questionOf(request, model, services);
    limits.take(estimatedTokens(question.turns, request.max_output_tokens));
    const answer = answerTo(question, { arrivedAt: c.get('arrivedAt'), generates }, services);
    c.set('usage', answer.ended.usage ?? undefined);
    return deliveryOf(request)(answer, connectionOf(c, services), services);
  };
}

type Delivery = (
  answer: Answer,
  connection: Connection,
  services: Services,
) => Reply | Promise<Reply>;

function deliveryOf({ background, stream }: CreateResponse): Delivery {
  if (background) return stream ? backgroundStream : backgroundPlain;
  return stream ? streamed : plain;
}

function streamed(answer: Answer, connection: Connection, services: Services): Reply {
  const json = new EventJson();
  const onEnd = () => {
    const response = outcome(answer, connection.fault);
    keep(response, json.ofResponse(response), answer, services);
  };
  const events = paced(schedule(answer, connection.fault), connection, onEnd);
  return eventStream(namedFrames(events, json));
}

async function plain(answer: Answer, connection: Connection, services: Services): Promise<Reply> {
  await untilDue(dueMs(answer.pace, answer.deltas - 1), connection);
  const response = outcome(answer, connection.fault);
  const text = responseJson(response);
  keep(response, text, answer, services);
  return jsonText(text);
}

function backgroundStream(answer: Answer, connection: Connection, services: Services): Reply {
  const run = new BackgroundRun(answer, connection, { isStreamed: true });
  keepRun(run, answer, services);
  return eventStream(namedFrames(run.follow(-1, connection)));
}

/** The run goes on, also when the script drops or silences the connection that asked for it. */
async function backgroundPlain(
  answer: Answer,
  connection: Connection,
  services: Services,
): Promise<Reply> {
  keepRun(new BackgroundRun(answer, connection, { isStreamed: false }), answer, services);
  await interrupt(connection);
  return json(queuedResponse(answer.begun));
}

function keepRun(run: BackgroundRun, { inputItems }: Answer, { store }: Services): void {
  store.add(run.response, {
    get json() {
      return JSON.stringify(run.response);
    },
    inputItems,
    run,
  });
}

/** @param text the response as JSON */
function keep(
  response: ResponseObject,
  text: string,
  { inputItems }: Answer,
  { store }: Services,
): void {
  store.add(response, { json: text, inputItems, run: null });
}
