import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { UnexpectedAnswerError } from '../../src/client/answer-reader.ts';
import { html, json, startLoopback, text } from '../helpers/loopback.ts';
import { responseBody } from '../helpers/wire.ts';
import { failureOf, nextTurn, only, question, readAll, recorded, streamed } from './recorded.ts';

const page = `<!doctype html><title>Log in</title>${'<p>Welcome to the hotel.</p>'.repeat(20)}`;
const notAnAnswer = {
  status: 'failed',
  problem: 'not_json',
  response: null,
  outputText: null,
  usage: null,
  cost: null,
  billed: false,
  attempts: [{ status: 200, error: null }],
};

describe('a 2xx that is no API answer', () => {
  it('is named when it is a page', async () => {
    await using server = await startLoopback(html(page));
    const { client, exchanges } = recorded(server.baseUrl);
    const error = await failureOf(client.responses.create(question));
    expect(error).toBeInstanceOf(UnexpectedAnswerError);
    expect(error).toMatchObject({
      status: 200,
      message: 'The server answered 200 with something that is not an API answer.',
      excerpt: page.slice(0, 80),
    });
    expect(only(exchanges)).toMatchObject(notAnAnswer);
  });

  it('is named when it is a page instead of a stream', async () => {
    await using server = await startLoopback(html(page));
    const { client, exchanges } = recorded(server.baseUrl);
    const error = await failureOf(client.responses.create(streamed).then(readAll));
    expect(error).toBeInstanceOf(UnexpectedAnswerError);
    expect(only(exchanges)).toMatchObject(notAnAnswer);
  });

  it('is named when it is a page instead of a list', async () => {
    await using server = await startLoopback(html(page));
    const { client, exchanges } = recorded(server.baseUrl);
    expect(await failureOf(client.models.list())).toBeInstanceOf(UnexpectedAnswerError);
    expect(only(exchanges)).toMatchObject(notAnAnswer);
  });

  it.each(['json', 'text', 'arrayBuffer'] as const)(
    'is named when a plain fetch reads a page with %s()',
    async (way) => {
      await using server = await startLoopback(html(page));
      const { fetch, exchanges } = recorded(server.baseUrl);
      const response = await fetch(`${server.baseUrl}/models`);
      await response[way]().catch(() => {});
      expect(only(exchanges)).toMatchObject(notAnAnswer);
    },
  );

  it.each([
    ['is cut off', '{"id":"resp_1","output":[{"ty'],
    ['is a mere word', 'OK'],
  ])('is named when its JSON %s', async (_, body) => {
    await using server = await startLoopback(
      text(body, { headers: { 'content-type': 'application/json' } }),
    );
    const { client, exchanges } = recorded(server.baseUrl);
    const error = await failureOf(client.responses.create(question));
    expect(error).toMatchObject({ excerpt: body });
    expect(only(exchanges)).toMatchObject(notAnAnswer);
  });

  it('is named when JSON is announced and empty, which the SDK gives as undefined', async () => {
    const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': '0' };
    await using server = await startLoopback(text('', { headers }));
    const { client, exchanges } = recorded(server.baseUrl);
    expect(await client.models.retrieve('gpt-4o-mini')).toBeUndefined();
    expect(only(exchanges)).toMatchObject(notAnAnswer);
  });

  it('is not assumed of JSON that is no response: only its usage is unknown', async () => {
    await using server = await startLoopback(json({ hello: 'world' }));
    const { client, exchanges } = recorded(server.baseUrl);
    await client.models.retrieve('gpt-4o-mini');
    expect(only(exchanges)).toMatchObject({
      status: 'completed',
      problem: null,
      response: { hello: 'world' },
      usage: null,
    });
  });

  it('is not assumed of JSON behind a byte order mark', async () => {
    const body = `\uFEFF${JSON.stringify(responseBody('Hi.'))}`;
    await using server = await startLoopback(
      text(body, { headers: { 'content-type': 'application/json' } }),
    );
    const { client, exchanges } = recorded(server.baseUrl);
    await client.responses.create(question);
    expect(only(exchanges)).toMatchObject({ status: 'completed', outputText: 'Hi.' });
  });
});

describe('a body of 50 MB', () => {
  const size = 50 * 1024 * 1024;
  const chunkSize = 64 * 1024;

  /** Makes its chunks one by one, as they are read, and counts how many are still alive. */
  function large(contentType: string) {
    const alive = new Set<WeakRef<Uint8Array>>();
    let sent = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        pull: (controller) => {
          if (sent === size) return controller.close();
          const chunk = new Uint8Array(chunkSize).fill(120);
          alive.add(new WeakRef(chunk));
          sent += chunkSize;
          controller.enqueue(chunk);
        },
      },
      { highWaterMark: 0 },
    );
    const answer: typeof fetch = async () =>
      new Response(body, { headers: { 'content-type': contentType } });
    const keptBytes = () =>
      [...alive].reduce((sum, chunk) => sum + (chunk.deref()?.byteLength ?? 0), 0);
    return { answer, keptBytes };
  }

  it.each(['application/octet-stream', 'text/event-stream', 'application/json'])(
    'of type %s is passed on chunk by chunk and kept only in part',
    async (contentType) => {
      const { answer, keptBytes } = large(contentType);
      const { client, exchanges } = recorded('http://loopback.invalid/v1', { fetch: answer });
      const response = await client.files.content('file-1');
      let received = 0;
      for await (const chunk of response.body ?? []) received += chunk.byteLength;

      expect(received).toBe(size);
      expect(only(exchanges).response).toBeNull();
      await collectGarbage();
      // What is kept of a body, and what the machine has not let go of yet.
      expect(keptBytes()).toBeLessThanOrEqual(2 * 1024 * 1024);
    },
  );

  it('has usage, though the exchange does not show it', async () => {
    const body = responseBody('x'.repeat(2 * 1024 * 1024));
    await using server = await startLoopback(json(body));
    const { client, exchanges } = recorded(server.baseUrl);
    await client.responses.create(question);
    expect(only(exchanges)).toMatchObject({
      response: null,
      status: 'completed',
      problem: null,
      usage: { totalTokens: 19 },
    });
  });
});

async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  await nextTurn();
  runInNewContext('gc')();
  await nextTurn();
}
