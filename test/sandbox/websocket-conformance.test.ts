import { beforeAll, describe, expect, it } from 'vitest';
import { mistakesIn, specifications } from './mistakes.ts';
import type { SpecificationName } from './recordings.ts';
import type { Json } from './sandbox-under-test.ts';
import { hasSpecifications } from './specification.ts';
import { type Conversation, conversations, converse } from './websocket-scenarios.ts';

describe.skipIf(!hasSpecifications)('By the specifications, over a WebSocket', () => {
  const had = new Map<Conversation, readonly Json[][]>();
  beforeAll(async () => {
    for (const conversation of conversations) had.set(conversation, await converse(conversation));
  }, 60_000);
  const turnsOf = (conversation: Conversation) => had.get(conversation) ?? [];

  it.each(conversations)('$name: each turn ends as expected', (conversation) => {
    expect(turnsOf(conversation).map(endOf)).toEqual(conversation.ends);
  });

  it.each(conversations)('$name: events of the form that OpenAI documents', (conversation) => {
    expect(mistakesAmong(turnsOf(conversation), 'OpenAI')).toEqual([]);
  });

  it.each(conversations)('$name: events of the form that Open Responses documents', (each) => {
    expect(mistakesAmong(turnsOf(each), 'Open Responses')).toEqual([]);
  });

  it.each(['OpenAI', 'Open Responses'] as const)('a wrong event would be noticed: %s', (name) => {
    const [created] = [...had.values()].flat(2);
    expect(mistakesInEvent({ ...created, response: {} }, name)).not.toEqual([]);
    const error = { type: 'error', status: 400, error: { code: 'wrong', message: null } };
    expect(mistakesInEvent(error, name)).not.toEqual([]);
  });
});

function endOf(events: readonly Json[]): unknown {
  const last = events.at(-1);
  return last?.type === 'error' ? (last.error as Json).code : last?.type;
}

function mistakesAmong(turns: readonly Json[][], name: SpecificationName): string[] {
  return turns.flat().flatMap((event) => mistakesInEvent(event, name));
}

/**
 * The events of a turn are those of a stream, but for `error`. Of that one OpenAI's document says nothing: its form
 * is Open Responses', and the error in it is what a refusal over HTTP has.
 */
function mistakesInEvent(event: Json, name: SpecificationName): string[] {
  const { type, status } = event;
  const received = { method: 'POST', path: '/v1/responses', json: [JSON.stringify(event)] };
  if (type !== 'error') return mistakesIn({ ...received, status: 200, isStream: true }, name);
  const { 'Open Responses': openResponses } = specifications;
  return [
    ...mistakesIn({ ...received, status: Number(status), isStream: false }, name),
    ...openResponses.mistakes(openResponses.schema('WebSocketErrorEvent'), event),
  ];
}
