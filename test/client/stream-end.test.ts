import { describe, expect, it } from 'vitest';
import { chatFrames, chatUsage, frame, responseFrames, usage } from '../helpers/wire.ts';
import { answering, chat, only, readAll, recorded, streamed } from './recorded.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const address = 'http://loopback.invalid/v1';

/** Reads streams made of these chunks with one and the same client, and gives the exchange of each. */
function streamReader(bodyLimit = 1024 * 1024) {
  let chunks: readonly Uint8Array[] = [];
  const { client, exchanges } = recorded(address, {
    fetch: (url, init) => answering(chunks)(url, init),
    bodyLimit,
  });
  const exchangeOf = async (given: readonly Uint8Array[], read: () => Promise<unknown>) => {
    chunks = given;
    await read().catch(() => {});
    return only(exchanges.splice(0));
  };
  return {
    response: (given: readonly Uint8Array[]) =>
      exchangeOf(given, async () => readAll(await client.responses.create(streamed))),
    chat: (given: readonly Uint8Array[]) =>
      exchangeOf(given, async () =>
        readAll(await client.chat.completions.create({ ...chat, stream: true })),
      ),
  };
}

const read = streamReader();

const complete = { status: 'completed', problem: null, outputText: 'grüß 👋' };
const cut = { status: 'failed', problem: 'stream_cut', response: null, usage: null, cost: null };

describe.each([
  ['\\n', '\n'],
  ['\\r\\n', '\r\n'],
  ['\\r', '\r'],
])('a stream of a response whose lines end in %s', (_, lineEnd) => {
  const frames = [
    frame({ type: 'response.created', response: { status: 'in_progress' } }),
    frame({ type: 'response.output_text.delta', delta: 'grüß ' }),
    frame({ type: 'response.output_text.delta', delta: '👋' }),
    frame({ type: 'response.completed', response: { status: 'completed', usage } }),
  ];
  const whole = bytesOf(frames.join('').replaceAll('\n', lineEnd));

  it('is complete when it is cut in two chunks at any byte', async () => {
    for (let at = 0; at <= whole.length; at += 1) {
      const exchange = await read.response([whole.slice(0, at), whole.slice(at)]);
      expect(exchange).toMatchObject({ ...complete, usage: { totalTokens: 19 } });
      expect(exchange.events).toHaveLength(frames.length);
    }
  });

  it('is cut when it is truncated anywhere before the blank line of its final event', async () => {
    // Of \r\n\r\n the last line feed is not missed: the line has ended before it.
    const enough = lineEnd === '\r\n' ? whole.length - 1 : whole.length;
    for (let at = 0; at < whole.length; at += 1) {
      const exchange = await read.response([whole.slice(0, at)]);
      expect(exchange).toMatchObject(at >= enough ? complete : cut);
    }
  });
});

describe('a stream of a chat completion', () => {
  const chunk = (fields: object) =>
    `data: ${JSON.stringify({ object: 'chat.completion.chunk', ...fields })}\n\n`;
  const frames = [
    chunk({ choices: [{ delta: { content: 'grüß ' } }] }),
    chunk({ choices: [{ delta: { content: '👋' } }] }),
    chunk({ choices: [{ delta: {}, finish_reason: 'stop' }] }),
    chunk({ choices: [], usage: chatUsage }),
    'data: [DONE]\n\n',
  ];
  const whole = bytesOf(frames.join(''));

  it('is complete when it is cut in two chunks at any byte', async () => {
    for (let at = 0; at <= whole.length; at += 1) {
      const exchange = await read.chat([whole.slice(0, at), whole.slice(at)]);
      expect(exchange).toMatchObject({ ...complete, usage: { totalTokens: 12 } });
    }
  });

  it('is cut when it is truncated before its finish reason, and from there on complete', async () => {
    const bytesUpTo = (count: number) => bytesOf(frames.slice(0, count).join('')).length;
    const finished = bytesUpTo(frames.length - 2);
    const counted = bytesUpTo(frames.length - 1);
    for (let at = 0; at < whole.length; at += 1) {
      const { status, problem, usage } = await read.chat([whole.slice(0, at)]);
      expect({ status, problem }).toEqual(
        at < finished
          ? { status: 'failed', problem: 'stream_cut' }
          : { status: 'completed', problem: null },
      );
      expect(usage?.totalTokens ?? null).toBe(at < counted ? null : 12);
    }
  });
});

const [created = '', ...others] = responseFrames(['An ', 'interface.']);
const terminal = others.at(-1) ?? '';
const quota = {
  type: 'insufficient_quota',
  code: 'insufficient_quota',
  message: 'No.',
  param: null,
};
const nested = frame({ type: 'error', sequence_number: 1, error: quota });

describe('the end of a stream', () => {
  it.each([
    ['comments after the final event', [created, terminal, ': bye\n\n', ': bye\n\n']],
    [
      '[DONE] after the final event, which the Responses API does not send',
      [created, terminal, 'data: [DONE]\n\n'],
    ],
    ['data in several lines', [created, terminal.replace('data: {', 'data: {\ndata: ')]],
    ['no event: lines at all', [created, terminal].map((text) => text.replace(/^event: .*\n/, ''))],
  ])('is found with %s', async (_, pieces) => {
    const exchange = await read.response(pieces.map(bytesOf));
    expect(exchange).toMatchObject({
      status: 'completed',
      problem: null,
      usage: { totalTokens: 19 },
    });
  });

  it.each([
    ['nothing came', []],
    ['only a comment came', [': ping\n\n']],
    [
      'JSON came instead of a stream',
      [JSON.stringify({ object: 'response', status: 'completed' })],
    ],
    ['the final event lacks its blank line', [created, terminal.trimEnd()]],
  ])('is missed when %s', async (_, pieces) => {
    expect(await read.response(pieces.map(bytesOf))).toMatchObject(cut);
  });

  it('is [DONE] for a chat completion, but not for a response', async () => {
    const [first = ''] = chatFrames(['Hi'], { withUsage: false });
    expect(await read.chat([bytesOf(`${first}data: [DONE]\n\n`)])).toMatchObject({
      status: 'completed',
      problem: null,
    });
    expect(await read.response([bytesOf(`${created}data: [DONE]\n\n`)])).toMatchObject(cut);
  });

  it('is an error when an error event came last, in the nested form that the SDK throws', async () => {
    expect(await read.response([bytesOf(created + nested)])).toMatchObject({
      status: 'failed',
      problem: 'stream_error',
      response: { error: quota },
      usage: null,
    });
  });

  it('is an error in the flat form too, which the SDK gives like any event', async () => {
    const flat = { type: 'error', code: 'server_error', message: 'Sorry.', param: null };
    expect(await read.response([bytesOf(created + frame(flat))])).toMatchObject({
      status: 'failed',
      problem: 'stream_error',
      response: { error: flat },
    });
  });

  it('is an error in a chat completion, [DONE] after it or not', async () => {
    const [first = ''] = chatFrames(['Hi'], { withUsage: false });
    const error = `data: ${JSON.stringify({ error: { message: 'Sorry.', code: 500 } })}\n\n`;
    for (const end of ['', 'data: [DONE]\n\n']) {
      const { client, exchanges } = recorded(address, {
        fetch: answering([bytesOf(first + error + end)]),
      });
      await expect(
        client.chat.completions.create({ ...chat, stream: true }).then(readAll),
      ).rejects.toThrow('Sorry.');
      expect(only(exchanges)).toMatchObject({ status: 'failed', problem: 'stream_error' });
    }
  });

  it('is that of response.failed, when it follows an error event', async () => {
    const failed = responseFrames([], 'failed', { error: quota }).at(-1) ?? '';
    expect(await read.response([bytesOf(created + nested + failed)])).toMatchObject({
      status: 'failed',
      problem: null,
      response: { status: 'failed', error: quota },
      usage: { totalTokens: 19 },
    });
  });

  it('is no API answer’s when a frame is not JSON, at which the SDK throws', async () => {
    const { client, exchanges } = recorded(address, {
      fetch: answering([bytesOf(`${created}data: {"type":\n\n`), bytesOf(terminal)]),
    });
    const reading = client.responses.create(streamed).then(readAll);
    await expect(reading).rejects.toThrow(SyntaxError);
    expect(only(exchanges)).toMatchObject({ status: 'failed', problem: 'not_json', usage: null });
  });

  it('is found behind far more than is kept, with the first events and the last', async () => {
    const pieces = Array.from({ length: 5_000 }, (_, n) => ` word${n}`);
    const frames = responseFrames(pieces, 'completed', { output: [] });
    const exchange = await streamReader(64 * 1024).response(frames.map(bytesOf));
    expect(exchange).toMatchObject({ status: 'completed', usage: { totalTokens: 19 } });
    expect(exchange.events.length).toBeLessThan(1_000);
    expect(exchange.events[0]?.type).toBe('response.created');
    expect(exchange.events.at(-1)?.type).toBe('response.completed');
  });

  it('is found when the whole stream, larger than what is kept, is one chunk', async () => {
    const frames = responseFrames(['x'.repeat(50_000)], 'completed', { output: [] });
    const exchange = await streamReader(16 * 1024).response([bytesOf(frames.join(''))]);
    expect(exchange).toMatchObject({ status: 'completed', usage: { totalTokens: 19 } });
  });
});
