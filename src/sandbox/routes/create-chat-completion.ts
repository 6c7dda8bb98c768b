import type { Context } from 'hono';
import { capOf, chatAnswerTo, chatQuestionOf } from '../chat-answering.ts';
import { chatSchedule } from '../chat-streaming.ts';
import { dueMs } from '../latency.ts';
import { estimatedTokens } from '../limits.ts';
import { textModel } from '../model-rules.ts';
import { failing, paced } from '../pacing.ts';
import type { SandboxEnv, Services } from '../services.ts';
import { chatCompletion } from '../wire/chat-completion.ts';
import { readCreateChatCompletion } from '../wire/create-chat-completion.ts';
import { serverError } from '../wire/errors.ts';
import { eventStream, json, type Reply } from '../wire/reply.ts';
import { dataFrames } from '../wire/sse.ts';
import { connectionOf, untilDue } from './connection.ts';

/** `POST /v1/chat/completions`, plain and streamed. */
export function createChatCompletion(services: Services) {
  return async (c: Context<SandboxEnv>): Promise<Reply> => {
    const request = readCreateChatCompletion(c.get('body'));
    const model = textModel(request.model, services.today());
    const limits = services.limitsOf(model.id);
    c.set('limits', limits);
    const question = chatQuestionOf(request, model, services);
    limits.take(estimatedTokens(question.turns, capOf(request)));
    const answer = chatAnswerTo(question, c.get('arrivedAt'), services);
    const { prompt_tokens: input_tokens, completion_tokens: output_tokens } = answer.usage;
    c.set('usage', { input_tokens, output_tokens });
    const connection = connectionOf(c, services);
    // A completion has no status to tell of a failure: it is an error, in a stream an error among its chunks.
    const failure = serverError(c.get('requestId'));
    if (request.stream) {
      const { include_usage, include_obfuscation } = request.stream_options ?? {};
      const includesUsage = include_usage ?? false;
      const padding = (include_obfuscation ?? true) ? answer.random : null;
      const events = chatSchedule(answer, { includesUsage, padding });
      const { fault } = connection;
      const sent = failing(events, fault, () => failure.envelope);
      return eventStream(dataFrames(paced(sent, connection)));
    }
    await untilDue(dueMs(answer.pace, answer.length - 1), connection);
    if (connection.fault?.kind === 'failed') throw failure;
    return json(chatCompletion(answer.heading, answer.choices, answer.usage));
  };
}
