import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { APIConnectionTimeoutError } from 'openai';
import { describe, expect, it } from 'vitest';
import { brokenStream, json, stalledStream, startLoopback, stream } from '../helpers/loopback.ts';
import { responseBody, responseFrames } from '../helpers/wire.ts';
import {
  failureOf,
  fedByHand,
  idleTimeoutMs,
  nextTurn,
  only,
  question,
  readAll,
  recorded,
  streamed,
} from './recorded.ts';

const body = responseBody('An interface.');
const frames = responseFrames(['An ', 'interface.']);
const beginning = frames.slice(0, 4);
const [created = '', added = '', part = '', first = ''] = beginning;
const completed = frames.at(-1) ?? '';

const complete = { status: 'completed', problem: null, usage: { totalTokens: 19 } };
const aborted = {
  status: 'aborted',
  problem: null,
  response: null,
  usage: null,
  cost: null,
  billed: false,
};

describe('a stream', () => {
  it('gives each event as soon as its bytes are there', async () => {
    const { client, send, opened } = fedByHand();
    const seen: string[] = [];
    const reading = (async () => {
      for await (const event of await client.responses.create(streamed)) seen.push(event.type);
    })();
    await opened;
    await send(created);
    expect(seen).toEqual(['response.created']);
    await send(added + part);
    expect(seen).toHaveLength(3);
    await send(first.slice(0, 20));
    expect(seen).toHaveLength(3);
    await send(first.slice(20));
    expect(seen.at(-1)).toBe('response.output_text.delta');
    await send(completed);
    expect(seen.at(-1)).toBe('response.completed');
    await send(null);
    await reading;
  });

  it('left with break is aborted: its usage is unknown, its text is what had come', async () => {
    const { client, send, opened, exchanges, clock, wasCancelled } = fedByHand();
    const reading = (async () => {
      for await (const event of await client.responses.create(streamed)) {
        if (event.type === 'response.output_text.delta') break;
      }
    })();
    await opened;
    await send(beginning.join(''));
    await reading;
    const exchange = only(exchanges);
    expect(exchange).toMatchObject({ ...aborted, outputText: 'An ' });
    expect(exchange.events).toHaveLength(4);
    expect(wasCancelled()).toBe(true);
    expect(clock.waiting()).toBe(0);
  });

  it('left with break after its final event is complete', async () => {
    const { client, send, opened, exchanges } = fedByHand();
    const reading = (async () => {
      for await (const event of await client.responses.create(streamed)) {
        if (event.type === 'response.completed') break;
      }
    })();
    await opened;
    await send(frames.join(''));
    await reading;
    expect(only(exchanges)).toMatchObject(complete);
  });

  it.each(['its own controller', 'the caller’s signal'])(
    'aborted in the middle by %s ends its loop quietly and is aborted',
    async (how) => {
      const { client, send, opened, exchanges, clock } = fedByHand();
      const caller = new AbortController();
      const call = client.responses.create(streamed, { signal: caller.signal });
      await opened;
      const stream = await call;
      const reading = readAll(stream);
      await send(beginning.join(''));
      (how === 'its own controller' ? stream.controller : caller).abort();
      expect(await reading).toHaveLength(4);
      expect(only(exchanges)).toMatchObject({ ...aborted, outputText: 'An ' });
      expect(clock.waiting()).toBe(0);
    },
  );

  it('aborted over a real connection is aborted too', async () => {
    await using server = await startLoopback(stalledStream(beginning));
    const { client, exchanges } = recorded(server.baseUrl);
    const stream = await client.responses.create(streamed);
    const seen: string[] = [];
    for await (const event of stream) {
      seen.push(event.type);
      if (seen.length === beginning.length) stream.controller.abort();
    }
    expect(only(exchanges)).toMatchObject({ ...aborted, outputText: 'An ' });
  });

  it('whose connection breaks is cut, and the reader is told', async () => {
    await using server = await startLoopback(brokenStream(beginning));
    const { client, exchanges } = recorded(server.baseUrl);
    const error = await failureOf(client.responses.create(streamed).then(readAll));
    expect(error).toMatchObject({ message: 'terminated' });
    expect(only(exchanges)).toMatchObject({
      status: 'failed',
      problem: 'stream_cut',
      outputText: 'An ',
      usage: null,
    });
  });

  it('that falls silent ends with a timeout, and its connection is closed', async () => {
    const { client, send, opened, exchanges, clock, wasCancelled } = fedByHand();
    const failure = failureOf(client.responses.create(streamed).then(readAll));
    await opened;
    await send(beginning.join(''));
    clock.advance(idleTimeoutMs - 1);
    await nextTurn();
    expect(exchanges).toEqual([]);
    clock.advance(1);
    expect(await failure).toBeInstanceOf(APIConnectionTimeoutError);
    expect(only(exchanges)).toMatchObject({
      status: 'failed',
      problem: 'stalled',
      usage: null,
      timing: { totalMs: idleTimeoutMs },
    });
    expect(wasCancelled()).toBe(true);
    expect(clock.waiting()).toBe(0);
  });

  it('may take any time in all, as long as no silence is too long', async () => {
    const { client, send, opened, exchanges, clock } = fedByHand();
    const reading = client.responses.create(streamed).then(readAll);
    await opened;
    for (const frame of frames) {
      clock.advance(idleTimeoutMs - 1);
      await send(frame);
    }
    await send(null);
    await reading;
    expect(only(exchanges)).toMatchObject(complete);
    expect(clock.waiting()).toBe(0);
  });

  it('is not silent while its reader takes time', async () => {
    const { client, send, opened, exchanges, clock } = fedByHand();
    const call = client.responses.create(streamed);
    await opened;
    const stream = await call;
    await send(frames.join(''));
    await send(null);
    for await (const _ of stream) clock.advance(10 * idleTimeoutMs);
    expect(only(exchanges)).toMatchObject(complete);
  });

  it('is one exchange for both halves of tee()', async () => {
    await using server = await startLoopback(stream(frames));
    const { client, exchanges } = recorded(server.baseUrl);
    const [left, right] = (await client.responses.create(streamed)).tee();
    const [one, other] = await Promise.all([readAll(left), readAll(right)]);
    expect(one).toHaveLength(frames.length);
    expect(other).toEqual(one);
    expect(only(exchanges)).toMatchObject(complete);
  });

  it('is recorded when it is read as a stream of lines', async () => {
    await using server = await startLoopback(stream(frames));
    const { client, exchanges } = recorded(server.baseUrl);
    const lines = (await client.responses.create(streamed)).toReadableStream();
    expect((await new Response(lines).text()).trim().split('\n')).toHaveLength(frames.length);
    expect(only(exchanges)).toMatchObject(complete);
  });

  it('is recorded when its response is asked for beside it', async () => {
    await using server = await startLoopback(
      stream(frames, { headers: { 'x-request-id': 'req_1' } }),
    );
    const { client, exchanges } = recorded(server.baseUrl);
    const { data, request_id } = await client.responses.create(streamed).withResponse();
    expect(await readAll(data)).toHaveLength(frames.length);
    expect(request_id).toBe('req_1');
    expect(only(exchanges)).toMatchObject(complete);
  });

  it('of the helper is aborted with it', async () => {
    await using server = await startLoopback(stalledStream(beginning));
    const { client, exchanges } = recorded(server.baseUrl);
    const stream = client.responses.stream(question);
    stream.on('response.output_text.delta', () => stream.abort());
    await failureOf(stream.finalResponse());
    expect(only(exchanges)).toMatchObject({ ...aborted, outputText: 'An ' });
  });
});

describe('a plain answer', () => {
  it('is recorded when its response is asked for beside it', async () => {
    await using server = await startLoopback(json(body));
    const { client, exchanges } = recorded(server.baseUrl);
    const { data, response } = await client.responses.create(question).withResponse();
    expect(data.output_text).toBe('An interface.');
    expect(response.status).toBe(200);
    expect(response.bodyUsed).toBe(true);
    expect(only(exchanges)).toMatchObject(complete);
  });

  it('that falls silent ends with a timeout', async () => {
    const { client, send, opened, exchanges, clock } = fedByHand('application/json');
    const failure = failureOf(client.responses.create(question));
    await opened;
    await send('{"id":');
    clock.advance(idleTimeoutMs);
    expect(await failure).toBeInstanceOf(APIConnectionTimeoutError);
    expect(only(exchanges)).toMatchObject({ status: 'failed', problem: 'stalled', response: null });
    expect(clock.waiting()).toBe(0);
  });

  it('aborted in its body is aborted', async () => {
    const { client, send, opened, exchanges } = fedByHand('application/json');
    const caller = new AbortController();
    const failure = failureOf(client.responses.create(question, { signal: caller.signal }));
    await opened;
    await send('{"id":');
    caller.abort();
    expect(await failure).toMatchObject({ name: 'AbortError' });
    expect(only(exchanges)).toMatchObject(aborted);
  });

  it('whose connection breaks is cut', async () => {
    await using server = await startLoopback((answer) => {
      answer.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      answer.write('{"id":', () => answer.destroy());
    });
    const { client, exchanges } = recorded(server.baseUrl);
    expect(await failureOf(client.responses.create(question))).toMatchObject({
      message: 'terminated',
    });
    expect(only(exchanges)).toMatchObject({ status: 'failed', problem: 'stream_cut' });
  });
});

describe('a response that is read by hand', () => {
  const ways: [way: string, read: (response: Response) => Promise<string>][] = [
    ['json()', async (response) => JSON.stringify(await response.json())],
    ['text()', (response) => response.text()],
    ['arrayBuffer()', async (response) => textOf([new Uint8Array(await response.arrayBuffer())])],
    ['blob()', async (response) => (await response.blob()).text()],
    ['for await', async (response) => textOf(await readAll(response.body ?? []))],
    ['getReader()', readWithReader],
    ['a Response of its own', (response) => new Response(response.body).text()],
    [
      'a stream of Node',
      async (response) => {
        const chunks = response.body ? Readable.fromWeb(response.body as NodeStream) : [];
        return textOf(await readAll(chunks as AsyncIterable<Uint8Array>));
      },
    ],
    [
      'pipeThrough()',
      async (response) => {
        const decoded = response.body?.pipeThrough(new TextDecoderStream());
        return (await readAll(decoded ?? [])).join('');
      },
    ],
    [
      'both branches of tee()',
      async (response) => {
        const [one, other] = response.body?.tee() ?? [];
        const [text, same] = await Promise.all([
          new Response(one).text(),
          new Response(other).text(),
        ]);
        return text === same ? text : '';
      },
    ],
    [
      'a clone and itself',
      async (response) => {
        const clone = response.clone();
        const [text, same] = [await response.text(), JSON.stringify(await clone.json())];
        return text === same ? text : '';
      },
    ],
    [
      'a clone, then itself as JSON',
      async (response) => {
        const text = await response.clone().text();
        return JSON.stringify(await response.json()) === text ? text : '';
      },
    ],
    [
      'a clone, then the chunks of its body',
      async (response) => {
        const text = await response.clone().text();
        return (await readWithReader(response)) === text ? text : '';
      },
    ],
    [
      'json(), after a look at whether it has a body',
      async (response) => JSON.stringify(response.body ? await response.json() : null),
    ],
    [
      'text(), after a look at whether it has a body',
      async (response) => (response.body ? response.text() : ''),
    ],
  ];

  it.each(ways)('is recorded with usage when it is read with %s', async (_, read) => {
    await using server = await startLoopback(json(body));
    const { client, exchanges, clock } = recorded(server.baseUrl);
    const response = await client.responses.create(question).asResponse();
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await read(response)).toBe(JSON.stringify(body));
    const exchange = only(exchanges);
    expect(exchange).toMatchObject({ ...complete, outputText: 'An interface.' });
    expect(exchange.response).toEqual(body);
    expect(clock.waiting()).toBe(0);
  });

  it.each(ways.filter(([way]) => !/json/i.test(way) && way !== 'a clone and itself'))(
    'is recorded with its events when it is a stream, read with %s',
    async (_, read) => {
      await using server = await startLoopback(stream(frames));
      const { fetch, exchanges } = recorded(server.baseUrl);
      const init = { method: 'POST', body: JSON.stringify(streamed) };
      const response = await fetch(`${server.baseUrl}/responses`, init);
      expect(await read(response)).toBe(frames.join(''));
      const exchange = only(exchanges);
      expect(exchange).toMatchObject({ ...complete, timing: { firstTokenMs: 0 } });
      expect(exchange.events).toHaveLength(frames.length);
    },
  );

  it.each([false, true])('cancelled by hand is aborted, its reader: %s', async (isReader) => {
    await using server = await startLoopback(stalledStream([created]));
    const { fetch, exchanges, clock } = recorded(server.baseUrl);
    const { body } = await fetch(`${server.baseUrl}/responses`, { method: 'POST' });
    const reader = isReader ? body?.getReader() : null;
    await reader?.read();
    await (reader ?? body)?.cancel();
    expect(only(exchanges)).toMatchObject(aborted);
    expect(clock.waiting()).toBe(0);
  });

  it('cannot be read twice', async () => {
    await using server = await startLoopback(json(body));
    const { fetch, exchanges } = recorded(server.baseUrl);
    const response = await fetch(`${server.baseUrl}/models`);
    await response.json();
    await expect(response.json()).rejects.toThrow(TypeError);
    await expect(response.text()).rejects.toThrow(TypeError);
    await expect(response.arrayBuffer()).rejects.toThrow(TypeError);
    expect(only(exchanges)).toMatchObject(complete);
  });
});

async function readWithReader(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    chunks.push(next.value);
  }
  await reader?.closed;
  reader?.releaseLock();
  return textOf(chunks);
}

function textOf(chunks: readonly Uint8Array[]): string {
  return Buffer.concat(chunks).toString('utf8');
}
