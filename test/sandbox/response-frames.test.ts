import { array, assert, boolean, property, string } from 'fast-check';
import { describe, it } from 'vitest';
import { textModel } from '../../src/sandbox/model-rules.ts';
import { readCreateResponse } from '../../src/sandbox/wire/create-response.ts';
import { type ResponseEvent, responseEvents } from '../../src/sandbox/wire/events.ts';
import type { Message } from '../../src/sandbox/wire/items.ts';
import { eventJson } from '../../src/sandbox/wire/response-frames.ts';
import { begunResponse, endedResponse } from '../../src/sandbox/wire/response-object.ts';

const model = textModel('gpt-4o-mini', new Date('2026-11-20'));

describe('An event as JSON', () => {
  it('is what JSON.stringify gives, whatever the text, with and without padding and log probabilities', () => {
    assert(
      property(
        array(string({ unit: 'binary' })),
        boolean(),
        boolean(),
        (pieces, isPadded, hasLogprobs) => {
          for (const event of eventsOf(pieces, isPadded, hasLogprobs)) {
            if (eventJson(event, JSON.stringify) !== JSON.stringify(event)) return false;
          }
          return true;
        },
      ),
    );
  });
});

function eventsOf(pieces: readonly string[], isPadded: boolean, hasLogprobs: boolean) {
  const request = readCreateResponse({ model: model.id, input: 'Hello' });
  const begun = begunResponse(request, model, { id: 'resp_1', createdAt: 1 });
  const logprobs = pieces.map((token) => ({ token, bytes: [], logprob: -0.5, top_logprobs: [] }));
  const text = pieces.join('');
  const part = {
    type: 'output_text',
    annotations: [],
    logprobs: hasLogprobs ? logprobs : [],
    text,
  } as const;
  const message: Message = {
    id: 'msg_1',
    type: 'message',
    status: 'completed',
    content: [part],
    role: 'assistant',
  };
  const ended = endedResponse(begun, { status: 'completed', output: [message] });
  const padding = isPadded ? () => 0.5 : null;
  return responseEvents({ begun, ended, pieces: [pieces], padding }) as Iterable<ResponseEvent>;
}
