import { array, assert, constantFrom, jsonValue, property, tuple } from 'fast-check';
import { expect, it } from 'vitest';
import { textModel } from '../../src/sandbox/model-rules.ts';
import { readCreateResponse } from '../../src/sandbox/wire/create-response.ts';
import type { Item } from '../../src/sandbox/wire/items.ts';
import { outputText } from '../../src/sandbox/wire/parts.ts';
import { responseJson } from '../../src/sandbox/wire/response-json.ts';
import {
  begunResponse,
  endedResponse,
  failedResponse,
  queuedResponse,
  type ResponseObject,
} from '../../src/sandbox/wire/response-object.ts';

function begunFor(asked: object): ResponseObject {
  const request = readCreateResponse({ model: 'gpt-4o-mini', input: 'Hello', ...asked });
  const model = textModel(request.model, new Date('2026-11-20'));
  return begunResponse(request, model, { id: 'resp_1', createdAt: 1 });
}

it('The JSON of a response is what JSON.stringify gives, whatever was told before', () => {
  const begun = begunFor({});
  const keys = Object.keys(begun).filter((key) => key !== 'output');
  assert(
    property(array(tuple(constantFrom(...keys), jsonValue())), (changes) => {
      for (const [key, value] of changes) {
        const response = { ...begun, [key]: value };
        if (responseJson(response) !== JSON.stringify(response)) return false;
      }
      return true;
    }),
  );
});

const message = {
  id: 'msg_1',
  type: 'message',
  status: 'completed',
  content: [outputText('Say “é\\".')],
  role: 'assistant',
} as const;

it.each<[string, readonly Item[]]>([
  ['a message', [message]],
  ['a message with a phase', [{ ...message, phase: 'final_answer' }]],
  ['a refusal', [{ ...message, content: [{ type: 'refusal', refusal: '"No."' }] }]],
  ['two parts', [{ ...message, content: [outputText('One.'), outputText('"Two."')] }]],
  ['thoughts and a message', [{ id: 'rs_1', type: 'reasoning', summary: [] }, message]],
])('It is so for a response with %s', (_, output) => {
  const response = endedResponse(begunFor({}), { status: 'completed', output });
  expect(responseJson(response)).toBe(JSON.stringify(response));
});

it.each([
  ['tools', { tools: [{ type: 'function', name: 'f', parameters: null, strict: null }] }],
  ['a reasoning model', { model: 'gpt-5', reasoning: { effort: 'low' } }],
  ['a format', { text: { format: { type: 'json_object' } }, input: 'Answer in JSON.' }],
  ['metadata', { metadata: { '"key"': 'é' } }],
])('It is so at every stage of a response with %s, asked for twice', (_, asked) => {
  for (const begun of [begunFor(asked), begunFor(asked), begunFor({})]) {
    const ended = endedResponse(begun, { status: 'completed', completed_at: 2 });
    for (const response of [begun, queuedResponse(begun), ended, failedResponse(begun)]) {
      expect(responseJson(response)).toBe(JSON.stringify(response));
    }
  }
});
