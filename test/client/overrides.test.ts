import { describe, expect, it } from 'vitest';
import { overrideBody, overridingFetch } from '../../src/client/overrides.ts';
import { json, startLoopback } from '../helpers/loopback.ts';
import { responseBody } from '../helpers/wire.ts';
import { chat, only, question, recorded } from './recorded.ts';

const overrides = { instructions: 'Be a pirate.', temperature: 0, max_output_tokens: 50 };
const answer = json(responseBody('Arr.'));

describe('overrides of a client', () => {
  it('reach a response, are recorded, and win over what the demo wrote', async () => {
    await using server = await startLoopback(answer);
    const { client, exchanges } = recorded(server.baseUrl, { overrides });
    const written = { ...question, temperature: 1, top_p: 0.5 };
    await client.responses.create(written);

    const sent = { ...question, top_p: 0.5, ...overrides };
    expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual(sent);
    expect(only(exchanges).request.body).toEqual(sent);
    expect(written).toEqual({ ...question, temperature: 1, top_p: 0.5 });
  });

  it('reach every attempt, and the clients made with withOptions()', async () => {
    const refusal = json({}, { status: 500, headers: { 'retry-after-ms': '1' } });
    await using server = await startLoopback(refusal, answer);
    const { client } = recorded(server.baseUrl, { overrides });
    await client.withOptions({ maxRetries: 1 }).responses.create(question);
    const bodies = server.requests.map(({ body }) => JSON.parse(body));
    expect(bodies).toEqual([
      { ...question, ...overrides },
      { ...question, ...overrides },
    ]);
  });

  it('leave every other endpoint alone', async () => {
    await using server = await startLoopback(json({ object: 'list', data: [] }));
    const { client } = recorded(server.baseUrl, { overrides });
    await client.chat.completions.create(chat);
    await client.models.list();
    await client.responses.delete('resp_1');
    await client.post('/responses/compact', { body: question });
    const bodies = server.requests.map(({ body }) => body);
    expect(bodies).toEqual([JSON.stringify(chat), '', '', JSON.stringify(question)]);
  });

  it('reach a count of tokens as far as they are read', async () => {
    const path = '/v1/responses/input_tokens';
    expect(overrideBody(path, question, overrides)).toEqual({
      ...question,
      instructions: overrides.instructions,
    });
    expect(overrideBody(path, question, { temperature: 0 })).toBe(question);
  });
});

describe('overrides of a plain fetch', () => {
  async function sentThrough(path: string, init: RequestInit | undefined, given = overrides) {
    await using server = await startLoopback(answer);
    const { fetch } = recorded(server.baseUrl);
    const response = await overridingFetch(fetch, given)(server.baseUrl + path, init);
    await response.json();
    return server.requests[0];
  }
  const post = (body: string) => ({ method: 'POST', body, headers: { 'x-mine': 'kept' } });

  it('reach a response', async () => {
    const sent = await sentThrough('/responses', post(JSON.stringify(question)));
    expect(JSON.parse(sent?.body ?? '')).toEqual({ ...question, ...overrides });
    expect(sent).toMatchObject({ method: 'POST', headers: { 'x-mine': 'kept' } });
  });

  it.each([
    ['another endpoint', '/chat/completions', '{ "model": "gpt-4o-mini" }'],
    ['JSON that is broken on purpose', '/responses', '{"model":'],
    ['a list instead of an object', '/responses', '[1]'],
  ])('leave %s as it was written', async (_, path, body) => {
    expect((await sentThrough(path, post(body)))?.body).toBe(body);
  });

  it('leave a request without a body alone', async () => {
    expect(await sentThrough('/responses', undefined)).toMatchObject({ method: 'GET', body: '' });
  });

  it('that are none give the very same fetch', () => {
    expect(overridingFetch(fetch, {})).toBe(fetch);
  });
});

it('a body that nothing is set in is given back as it is', () => {
  const body = { model: 'gpt-4o-mini' };
  expect(overrideBody('/responses', body, {})).toBe(body);
  expect(overrideBody('/responses', null, overrides)).toBeNull();
});
