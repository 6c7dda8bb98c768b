import { array, assert, boolean, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFailScript } from '../../src/sandbox/faults.ts';
import { textModel } from '../../src/sandbox/model-rules.ts';
import { readCreateResponse } from '../../src/sandbox/wire/create-response.ts';
import type { ResponseEvent } from '../../src/sandbox/wire/events.ts';
import type { Message } from '../../src/sandbox/wire/items.ts';
import { responseEvents } from '../../src/sandbox/wire/response-events.ts';
import { EventJson } from '../../src/sandbox/wire/response-frames.ts';
import { begunResponse, endedResponse } from '../../src/sandbox/wire/response-object.ts';
import { eventOf, get, type Json, streamChunks, testSandbox } from './sandbox-under-test.ts';

const model = textModel('gpt-4o-mini', new Date('2026-11-20'));

describe('An event as JSON', () => {
  it('is what JSON.stringify gives, whatever the text, with and without padding and log probabilities', () => {
    assert(
      property(
        array(string({ unit: 'binary' })),
        boolean(),
        boolean(),
        (pieces, isPadded, hasLogprobs) => {
          const json = new EventJson();
          for (const event of eventsOf(pieces, isPadded, hasLogprobs)) {
            if (json.of(event) !== JSON.stringify(event)) return false;
          }
          return true;
        },
      ),
    );
  });
});

describe('The stream of a response', () => {
  it.each([
    ['in the foreground', {}, 'ok'],
    ['in the background', { background: true }, 'ok'],
    ['that fails', {}, 'failed@1'],
  ])('%s says what JSON.stringify gives, and ends with what is stored', async (_, asked, fail) => {
    const sandbox = await testSandbox({ faults: parseFailScript(fail) });
    const frames = await streamChunks(sandbox, { instructions: 'Say “é\\”.', ...asked });
    const events = frames.map(eventOf);
    const data = frames.map((frame) => frame.slice(frame.indexOf('\ndata: ') + 7, -2));
    expect(data).toEqual(events.map((event) => JSON.stringify(event)));
    const { response } = events.at(-1) as { response: Json };
    expect((await get(sandbox, `/v1/responses/${response.id}`)).body).toEqual(response);
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
