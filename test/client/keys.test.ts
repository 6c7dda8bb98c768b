import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { explainError, explainExchange } from '../../src/client/index.ts';
import {
  apiError,
  html,
  json,
  type Reply,
  reset,
  startLoopback,
  stream,
} from '../helpers/loopback.ts';
import { responseBody, responseFrames } from '../helpers/wire.ts';
import { apiKey, question, readAll, recorded, streamed } from './recorded.ts';

/** Every way in which a value could be printed. */
function printed(value: unknown): string {
  const asJson = JSON.stringify(value, (_, field) =>
    typeof field === 'bigint' ? String(field) : field,
  );
  const deep = { depth: Number.POSITIVE_INFINITY, getters: true, showHidden: true };
  const stack = value instanceof Error ? value.stack : '';
  return [asJson, inspect(value, deep), String(value), stack].join('\n');
}

const replies: [what: string, reply: Reply][] = [
  ['an answer', json(responseBody('Hi.'))],
  ['a stream', stream(responseFrames(['Hi.']))],
  ['a stream that is cut', stream(responseFrames(['Hi.']).slice(0, 2))],
  ['a refusal', apiError(401, { code: 'invalid_api_key' })],
  ['a refusal that repeats the key', apiError(401, { message: `Incorrect API key: ${apiKey}.` })],
  ['a refusal that is no JSON and repeats the key', html(`<p>${apiKey}</p>`, { status: 403 })],
  ['a page that repeats the key', html(`<p>${apiKey}</p>`)],
  ['a dropped connection', reset],
];

describe('the key is not printed with anything that comes of', () => {
  it.each(replies)('%s', async (_, reply) => {
    await using server = await startLoopback(reply);
    const { client, fetch, exchanges, events } = recorded(server.baseUrl);
    const errors: unknown[] = [];
    const calls = [
      async () => client.responses.create(question),
      async () => readAll(await client.responses.create(streamed)),
      async () => {
        const headers = { authorization: `Bearer ${apiKey}` };
        const init = { method: 'POST', headers, body: JSON.stringify(question) };
        await (await fetch(`${server.baseUrl}/responses`, init)).text();
      },
    ];
    for (const call of calls) await call().catch((error) => errors.push(error));

    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${apiKey}`);
    expect(exchanges).toHaveLength(calls.length);
    const explanations = [
      ...errors.map((error) => explainError(error)),
      ...exchanges.map(explainExchange),
    ];
    // An exchange makes these only when somebody looks.
    const parts = exchanges.map(({ request, response, events, outputText }) => [
      ...[request.body, response, events, outputText],
    ]);
    for (const value of [...exchanges, ...parts, ...events, ...errors, ...explanations]) {
      expect(printed(value)).not.toContain(apiKey);
    }
    // What was printed is what there is to print.
    expect(printed(exchanges[0])).toContain('/v1/responses');
  });
});

it('masks the key of the request in a refusal, whatever it looks like', async () => {
  const gatewayKey = 'gateway-0123456789-abcdef';
  await using server = await startLoopback(
    apiError(401, { message: `No such key: ${gatewayKey}.` }),
  );
  const { client, exchanges } = recorded(server.baseUrl);
  const call = client.withOptions({ apiKey: gatewayKey }).responses.create(question);
  await expect(call).rejects.toThrow('No such key: gat…cdef.');
  expect(printed(exchanges[0]?.response)).not.toContain(gatewayKey);
});

describe('a key that an answer with a 2xx quotes is masked', () => {
  const error = {
    type: 'invalid_request_error',
    code: 'invalid_api_key',
    message: `No: ${apiKey}.`,
  };
  const failed = { ...responseBody(''), status: 'failed', error };
  it.each<[what: string, reply: Reply, isStream?: true]>([
    ['in a body that failed', json(failed)],
    ['in an error event', stream([`event: error\ndata: ${JSON.stringify({ error })}\n\n`]), true],
    [
      'in a stream that failed',
      stream([`data: ${JSON.stringify({ type: 'response.failed', response: failed })}\n\n`]),
      true,
    ],
  ])('%s', async (_, reply, isStream) => {
    await using server = await startLoopback(reply);
    const { client, exchanges } = recorded(server.baseUrl);
    const call = async () =>
      isStream
        ? readAll(await client.responses.create(streamed))
        : client.responses.create(question);
    const thrown = await call().catch((reason) => reason);
    const [exchange] = exchanges;
    const explained = explainError(thrown, exchange) ?? (exchange && explainExchange(exchange));
    for (const told of [exchange?.response, exchange?.events, explained?.call]) {
      expect(printed(told)).not.toContain(apiKey);
    }
    expect(printed([exchange?.response, exchange?.events])).toContain('No: sk-');
  });
});
