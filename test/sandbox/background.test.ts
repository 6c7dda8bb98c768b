import { describe, expect, it } from 'vitest';
import { BackgroundRun } from '../../src/sandbox/background.ts';
import { parseFailScript } from '../../src/sandbox/faults.ts';
import type { ResponseObject } from '../../src/sandbox/wire/response-object.ts';
import { manualClock } from '../helpers/clock.ts';
import {
  create,
  eventOf,
  get,
  type Json,
  noon,
  post,
  sandboxRequest,
  testSandbox,
} from './sandbox-under-test.ts';

/** An answer takes a second: 100 ms in the queue, then "Hello" at 200, " there" at 600 and "." at 1,000 ms. */
async function setUp({ fail = 'ok' } = {}) {
  const clock = manualClock(noon);
  const faults = parseFailScript(fail);
  const sandbox = await testSandbox({ clock, latency: 1000, faults });
  const begin = async (body: Json = {}) =>
    (await create(sandbox, { background: true, ...body })).body;
  const retrieve = async (id: unknown) => (await get(sandbox, `/v1/responses/${id}`)).body;
  const cancel = (id: unknown) => post(sandbox, `/v1/responses/${id}/cancel`, {});

  /** Asks for a stream and gathers its events as they come. */
  const follow = async (request: Request) => {
    const connection = new AbortController();
    const response = await sandbox.fetch(new Request(request, { signal: connection.signal }));
    const reader = response.body?.getReader();
    const events: Json[] = [];
    const ended = (async () => {
      for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
        events.push(eventOf(new TextDecoder().decode(read.value)));
      }
    })().catch(() => {});
    const types = () => events.map(({ type }) => String(type).slice('response.'.length));
    return { response, events, types, ended, leave: () => connection.abort() };
  };
  const beginStream = (body: Json = {}) =>
    follow(
      sandboxRequest('/v1/responses', {
        body: JSON.stringify({
          model: 'gpt-4o-mini',
          input: 'hi',
          background: true,
          stream: true,
          ...body,
        }),
      }),
    );
  const resume = (id: unknown, query = '') =>
    follow(sandboxRequest(`/v1/responses/${id}?stream=true${query}`, { method: 'GET' }));

  /** Moves the time on and lets everything happen that falls due. */
  const pass = async (ms: number) => {
    await settled();
    clock.advance(ms);
    await settled();
  };
  return { sandbox, clock, begin, retrieve, cancel, beginStream, resume, pass };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

const idOf = ([created]: readonly Json[]) => (created?.response as Json | undefined)?.id;

describe('A response in the background', () => {
  it('is queued at once, then in progress, then completed, by the clock', async () => {
    const { begin, retrieve, pass } = await setUp();
    const queued = await begin();
    expect(queued).toMatchObject({
      status: 'queued',
      background: true,
      output: [],
      usage: null,
      completed_at: null,
      service_tier: 'auto',
    });
    expect(await retrieve(queued.id)).toEqual(queued);
    await pass(99);
    expect(await retrieve(queued.id)).toEqual(queued);
    await pass(1);
    expect(await retrieve(queued.id)).toEqual({ ...queued, status: 'in_progress' });
    await pass(899);
    expect(await retrieve(queued.id)).toMatchObject({ status: 'in_progress', output: [] });
    await pass(1);
    expect(await retrieve(queued.id)).toMatchObject({
      id: queued.id,
      status: 'completed',
      completed_at: noon / 1000 + 1,
      output: [{ content: [{ text: 'Hello there.' }] }],
      usage: { input_tokens: 8, output_tokens: 4 },
      service_tier: 'default',
    });
  });

  it('holds no timer while it works', async () => {
    const { begin, clock } = await setUp();
    await begin();
    expect(clock.waiting()).toBe(0);
  });

  it('needs to be stored', async () => {
    const { sandbox } = await setUp();
    const { status, body } = await create(sandbox, { background: true, store: false });
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { param: 'background', code: 'invalid_value' } });
  });

  it('can be continued once it has ended, and not before', async () => {
    const { sandbox, begin, pass } = await setUp();
    const { id } = await begin();
    const early = await create(sandbox, { previous_response_id: id });
    expect(early.status).toBe(400);
    expect(early.body).toMatchObject({ error: { param: 'previous_response_id' } });
    await pass(1000);
    const next = await begin({ previous_response_id: id });
    expect(next).toMatchObject({ status: 'queued', previous_response_id: id });
  });

  it('weighs in the store what it is going to hold', () => {
    const run = new BackgroundRun(
      {
        begun: { background: true } as ResponseObject,
        ended: { status: 'completed', output: [], id: 'resp_long' } as unknown as ResponseObject,
        pieces: [],
        padding: null,
        pace: { firstTokenMs: 0, perTokenMs: 0 },
      },
      { fault: null, arrivedAt: noon, clock: manualClock(noon) },
      { isStreamed: false },
    );
    expect(JSON.stringify(run)).toContain('resp_long');
  });

  it('can be deleted while it works', async () => {
    const { sandbox, begin } = await setUp();
    const { id } = await begin();
    const path = `/v1/responses/${id}`;
    expect((await get(sandbox, path, 'DELETE')).body).toMatchObject({ deleted: true });
    expect((await get(sandbox, path)).status).toBe(404);
  });

  it('fails when the script says so, at the time of the delta that fails', async () => {
    const { begin, retrieve, pass } = await setUp({ fail: 'failed@1' });
    const { id } = await begin();
    await pass(199);
    expect(await retrieve(id)).toMatchObject({ status: 'in_progress' });
    await pass(1);
    expect(await retrieve(id)).toMatchObject({
      status: 'failed',
      error: { code: 'server_error' },
      output: [],
    });
  });

  it('goes on when the script drops the connection that asked for it', async () => {
    const { sandbox } = await setUp({ fail: 'cut@0' });
    await expect(create(sandbox, { background: true })).rejects.toThrow('ECONNRESET');
  });
});

describe('Cancelling', () => {
  it('stops a response where it is, for good', async () => {
    const { begin, retrieve, cancel, pass } = await setUp();
    const { id } = await begin();
    await pass(500);
    const cancelled = await cancel(id);
    expect(cancelled).toMatchObject({
      status: 200,
      body: { id, status: 'cancelled', output: [], usage: null, completed_at: null },
    });
    await pass(1000);
    expect(await retrieve(id)).toEqual(cancelled.body);
    expect((await cancel(id)).body).toEqual(cancelled.body);
  });

  it('changes nothing once the response has ended', async () => {
    const { begin, cancel, pass } = await setUp();
    const { id } = await begin();
    await pass(1000);
    expect((await cancel(id)).body).toMatchObject({ status: 'completed' });
  });

  it('is for the background only', async () => {
    const { sandbox, cancel, pass } = await setUp();
    const answer = create(sandbox);
    await pass(1000);
    const { body } = await answer;
    expect(await cancel(body.id)).toMatchObject({
      status: 400,
      body: { error: { message: 'Cannot cancel a synchronous response.', param: 'response_id' } },
    });
  });

  it('needs a response that exists', async () => {
    const { cancel } = await setUp();
    expect((await cancel('resp_nope')).status).toBe(404);
  });

  it('ends every stream of the response, without an event', async () => {
    const { beginStream, resume, cancel, pass, clock } = await setUp();
    const stream = await beginStream();
    await pass(200);
    const other = await resume(idOf(stream.events));
    await pass(0);
    await cancel(idOf(stream.events));
    await Promise.all([stream.ended, other.ended]);
    expect(stream.types().at(-1)).toBe('output_text.delta');
    expect(other.events).toEqual(stream.events);
    expect(clock.waiting()).toBe(0);
    const late = await resume(idOf(stream.events));
    await late.ended;
    expect(late.events).toEqual(stream.events);
  });
});

describe('A stream of a response in the background', () => {
  it('tells of the queue, then what every stream tells', async () => {
    const { beginStream, retrieve, pass } = await setUp();
    const stream = await beginStream();
    await pass(0);
    expect(stream.types()).toEqual(['created', 'queued']);
    expect(stream.events).toMatchObject([
      { sequence_number: 0, response: { status: 'queued' } },
      { sequence_number: 1, response: { status: 'queued' } },
    ]);
    await pass(100);
    expect(stream.types().slice(2)).toEqual([
      'in_progress',
      'output_item.added',
      'content_part.added',
    ]);
    await pass(900);
    await stream.ended;
    expect(stream.events.map((event) => event.sequence_number)).toEqual([...stream.events.keys()]);
    expect(stream.events.at(-1)).toMatchObject({
      type: 'response.completed',
      response: await retrieve(idOf(stream.events)),
    });
  });

  it('can be left and taken up again after any event', async () => {
    const { beginStream, resume, retrieve, pass } = await setUp();
    const whole = await beginStream();
    const left = await beginStream({ input: 'again' });
    await pass(250);
    left.leave();
    await left.ended;
    const id = idOf(left.events);
    const seen = left.events.length;
    expect(await retrieve(id)).toMatchObject({ status: 'in_progress' });
    const resumed = await resume(id, `&starting_after=${seen - 1}`);
    await pass(0);
    expect(resumed.events).toEqual([]);
    await pass(350);
    expect(resumed.types()).toEqual(['output_text.delta']);
    await pass(400);
    await resumed.ended;
    expect([...left.types(), ...resumed.types()]).toEqual(whole.types());
    expect(resumed.events[0]?.sequence_number).toBe(seen);
  });

  it('is told again from its beginning, the same, after it has ended', async () => {
    const { beginStream, resume, pass } = await setUp();
    const stream = await beginStream();
    await pass(1000);
    await stream.ended;
    const id = idOf(stream.events);
    const again = await resume(id);
    await again.ended;
    expect(again.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(again.events).toEqual(stream.events);
    const bare = await resume(id, '&include_obfuscation=false');
    await bare.ended;
    expect(bare.types()).toEqual(stream.types());
    expect(bare.events.filter((event) => 'obfuscation' in event)).toEqual([]);
    const nothing = await resume(id, '&starting_after=999');
    await nothing.ended;
    expect(nothing.events).toEqual([]);
  });

  it('survives a connection that the script cuts', async () => {
    const { beginStream, resume, pass } = await setUp({ fail: 'cut@1' });
    const stream = await beginStream();
    await pass(700);
    await stream.ended;
    expect(stream.types().at(-1)).toBe('output_text.delta');
    await pass(300);
    const last = stream.events.at(-1)?.sequence_number;
    const rest = await resume(idOf(stream.events), `&starting_after=${last}`);
    await rest.ended;
    expect(rest.types().at(-1)).toBe('completed');
  });

  it('is the same response for everyone: one that failed has failed', async () => {
    const { beginStream, resume, pass } = await setUp({ fail: 'failed@1' });
    const stream = await beginStream();
    await pass(1000);
    await stream.ended;
    expect(stream.types().slice(-2)).toEqual(['output_text.delta', 'failed']);
    const again = await resume(idOf(stream.events));
    await again.ended;
    expect(again.events).toEqual(stream.events);
  });

  it.each([
    { case: 'was not asked for as a stream', body: { background: true } },
    { case: 'is not in the background', body: {} },
  ])('is refused for a response that $case', async ({ body }) => {
    const { sandbox, pass } = await setUp();
    const answer = create(sandbox, body);
    await pass(1000);
    const { id } = (await answer).body;
    const refused = await get(sandbox, `/v1/responses/${id}?stream=true`);
    expect(refused).toMatchObject({ status: 400, body: { error: { param: 'stream' } } });
  });

  it.each(['stream=yes', 'stream=true&starting_after=x', 'stream=true&starting_after=1.5'])(
    'is refused with ?%s',
    async (query) => {
      const { sandbox, beginStream, pass } = await setUp();
      const stream = await beginStream();
      await pass(1000);
      const refused = await get(sandbox, `/v1/responses/${idOf(stream.events)}?${query}`);
      expect(refused.status).toBe(400);
    },
  );
});
