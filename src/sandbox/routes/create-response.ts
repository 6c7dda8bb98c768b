import type { Context } from 'hono';
import { requestedTokens } from '../../usage/requested-tokens.ts';
import { untilAborted } from '../abort.ts';
import { type Answer, answerTo, type Question, questionOf } from '../answering.ts';
import { streamFaultOf } from '../faults.ts';
import { dueMs } from '../latency.ts';
import { textModel } from '../model-rules.ts';
import type { SandboxEnv, Services } from '../services.ts';
import { streamFrames, waitUntil } from '../streaming.ts';
import { readCreateResponse } from '../wire/create-response.ts';
import { ConnectionReset } from '../wire/errors.ts';
import type { ResponseObject } from '../wire/response-object.ts';

/** `POST /v1/responses`, plain and streamed. */
export function createResponse(services: Services) {
  return async (c: Context<SandboxEnv>): Promise<Response> => {
    const request = readCreateResponse(c.get('body'));
    const model = textModel(request.model, services.today());
    const limits = services.limitsOf(model.id);
    c.set('limits', limits);
    const question = questionOf(request, model, services);
    limits.take(requestedTokens(charactersOf(question), request.max_output_tokens));
    const answer = answerTo(question, c.get('arrivedAt'), services);
    return request.stream ? streamed(c, answer, question, services) : plain(c, answer, services);
  };
}

function charactersOf({ turns }: Question): number {
  return turns.reduce((sum, { text }) => sum + text.length, 0);
}

function streamed(
  c: Context<SandboxEnv>,
  answer: Answer,
  { request }: Question,
  services: Services,
): Response {
  const obfuscated = request.stream_options?.include_obfuscation ?? true;
  const frames = streamFrames({
    answer: { ...answer, padding: obfuscated ? answer.random : null },
    failed: answer.failed,
    fault: streamFaultOf(c.get('fault')),
    pace: answer.pace,
    arrivedAt: c.get('arrivedAt'),
    clock: services.clock,
    signal: c.req.raw.signal,
    onEnd: (response) => keep(response, answer, services),
  });
  const headers = { 'content-type': 'text/event-stream; charset=utf-8' };
  return new Response(ReadableStream.from(frames), { headers });
}

async function plain(
  c: Context<SandboxEnv>,
  answer: Answer,
  services: Services,
): Promise<Response> {
  const { signal } = c.req.raw;
  const fault = streamFaultOf(c.get('fault'));
  if (fault?.kind === 'stall') await untilAborted(signal);
  await waitUntil(
    c.get('arrivedAt') + dueMs(answer.pace, answer.pieces.length - 1),
    services.clock,
    signal,
  );
  if (fault?.kind === 'cut') throw new ConnectionReset();
  const response = fault?.kind === 'failed' ? answer.failed : answer.ended;
  keep(response, answer, services);
  return Response.json(response);
}

function keep(response: ResponseObject, { inputItems }: Answer, { store }: Services): void {
  if (response.store) store.add({ response, inputItems });
}
