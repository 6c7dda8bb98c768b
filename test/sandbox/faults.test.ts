import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CourseError } from '../../src/errors.ts';
import { type Fault, parseFailScript } from '../../src/sandbox/faults.ts';
import { ConnectionReset } from '../../src/sandbox/wire/errors.ts';
import {
  create,
  eventOf,
  get,
  type Json,
  sandboxRequest,
  streamEvents,
  testSandbox,
} from './sandbox-under-test.ts';

describe('A fail script', () => {
  const status = (code: number, waitMs: number | null = null): Fault => ({
    kind: 'status',
    status: code,
    waitMs,
  });

  it.each<[string, Fault[]]>([
    ['ok', [{ kind: 'ok' }]],
    ['429', [status(429)]],
    ['429=2', [status(429, 2000)]],
    ['503=0.25', [status(503, 250)]],
    ['429=1,503,ok', [status(429, 1000), status(503), { kind: 'ok' }]],
    ['quota , reset', [{ kind: 'quota' }, { kind: 'reset' }]],
    ['timeout,html', [{ kind: 'timeout' }, { kind: 'html' }]],
    ['cut@0', [{ kind: 'cut', afterDeltas: 0 }]],
    [
      'stall@3,failed@12',
      [
        { kind: 'stall', afterDeltas: 3 },
        { kind: 'failed', afterDeltas: 12 },
      ],
    ],
    ['500*3,ok', [status(500), status(500), status(500), { kind: 'ok' }]],
    ['429=1*2', [status(429, 1000), status(429, 1000)]],
    [
      'cut@2*2',
      [
        { kind: 'cut', afterDeltas: 2 },
        { kind: 'cut', afterDeltas: 2 },
      ],
    ],
  ])('reads %s', (script, faults) => {
    expect(parseFailScript(script)).toEqual(faults);
  });

  const refusal = (script: string) => {
    try {
      parseFailScript(script);
    } catch (error) {
      if (error instanceof CourseError) return error;
    }
    throw new Error(`"${script}" was not refused.`);
  };

  it.each([
    '',
    ' ',
    'ok,,ok',
    '200',
    '600',
    '42',
    '429=',
    '429=x',
    '429=-1',
    'quota=2',
    'cut',
    'cut@',
    'cut@x',
    'cut@-1',
    'ok@3',
    'ok*0',
    'ok*',
    '*3',
    'OK!',
    'constructor',
  ])('is refused for %j', (script) => {
    expect(refusal(script)).toMatchObject({ code: 'invalid_value', exitCode: 2 });
  });

  it('is refused with the known items, and the one that may be meant', () => {
    const { message, advice } = refusal('ok,qouta');
    expect(message).toBe('"qouta" is no item of a fail script. Did you mean quota?');
    expect(advice).toBe(
      'Items: ok, a status from 400 to 599 (429=2 asks for a wait of 2 seconds), quota, reset, timeout, html, and after n pieces of text cut@n, stall@n, failed@n. ITEM*3 repeats. Example: 429=1,503,ok',
    );
  });

  it('is refused when it is longer than any run', () => {
    expect(refusal('ok*99999').message).toBe(
      'The fail script has 99999 items; the most it can have is 10000.',
    );
  });

  it('is read or refused, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (script) => {
        try {
          expect(parseFailScript(script).length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(CourseError);
        }
      }),
    );
  });
});

const scripted = (script: string) => testSandbox({ faults: parseFailScript(script) });

describe('The script', () => {
  it('is played in order of arrival, then all is well', async () => {
    const sandbox = await scripted('500,429,ok,503');
    const answers = Array.from({ length: 6 }, () => create(sandbox));
    const statuses = (await Promise.all(answers)).map(({ status }) => status);
    expect(statuses).toEqual([500, 429, 200, 503, 200, 200]);
  });

  it('counts only requests to a model', async () => {
    const sandbox = await scripted('500');
    expect((await get(sandbox, '/v1/models')).status).toBe(200);
    expect((await create(sandbox)).status).toBe(500);
  });

  it('lets a wrong key and a broken body speak first', async () => {
    const sandbox = await scripted('500*2');
    const wrongKey = { authorization: 'Bearer sk-wrong' };
    const requests = [
      sandboxRequest('/v1/responses', { body: '{}', headers: wrongKey }),
      sandboxRequest('/v1/responses', { body: '{' }),
    ];
    const answers = await Promise.all(requests.map((request) => sandbox.fetch(request)));
    expect(answers.map(({ status }) => status)).toEqual([401, 400]);
  });
});

describe('A scripted status answers with the real body:', () => {
  const rate = (text: string) =>
    `Rate limit reached for gpt-4o-mini in organization org-sandbox on ${text} Visit https://platform.openai.com/account/rate-limits to learn more.`;

  it.each([
    {
      item: '401',
      message:
        'Incorrect API key provided: **********. You can find your API key at https://platform.openai.com/account/api-keys.',
      type: 'invalid_request_error',
      code: 'invalid_api_key',
    },
    {
      item: '404',
      message: 'The model `gpt-4o-mini` does not exist or you do not have access to it.',
      type: 'invalid_request_error',
      code: 'model_not_found',
    },
    {
      item: '429',
      message: rate(
        'requests per min (RPM): Limit 500, Used 500, Requested 1. Please try again in 120ms.',
      ),
      type: 'requests',
      code: 'rate_limit_exceeded',
    },
    {
      item: '429=2',
      message: rate(
        'tokens per min (TPM): Limit 60000, Used 60000, Requested 2000. Please try again in 2s.',
      ),
      type: 'tokens',
      code: 'rate_limit_exceeded',
    },
    {
      item: 'quota',
      status: 429,
      message:
        'You have no credits remaining. Add credits to continue using the API at https://platform.openai.com/settings/organization/billing/.',
      type: 'insufficient_quota',
      code: 'credit_balance_exhausted',
    },
    {
      item: '503',
      message: 'Our servers are currently overloaded. Please try again later.',
      type: 'service_unavailable_error',
      code: 'server_is_overloaded',
    },
    {
      item: '408',
      message: 'Simulated failure: the fail script asked for status 408.',
      type: 'invalid_request_error',
      code: null,
    },
    {
      item: '529',
      message: 'Simulated failure: the fail script asked for status 529.',
      type: 'server_error',
      code: null,
    },
  ])('$item', async ({ item, status = Number.parseInt(item, 10), message, type, code }) => {
    const answer = await create(await scripted(item));
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({ error: { message, type, param: null, code } });
  });

  it.each([
    { item: '429', seconds: null, ms: null },
    { item: '429=2', seconds: '2', ms: '2000' },
    { item: '503=0.25', seconds: '1', ms: '250' },
  ])('$item asks for a wait of $ms ms', async ({ item, seconds, ms }) => {
    const { headers } = await create(await scripted(item));
    expect(headers.get('retry-after')).toBe(seconds);
    expect(headers.get('retry-after-ms')).toBe(ms);
  });

  it('html is an error page that is no JSON', async () => {
    const request = sandboxRequest('/v1/responses', {
      body: '{"model":"gpt-4o-mini","input":"hi"}',
    });
    const response = await (await scripted('html')).fetch(request);
    expect(response.status).toBe(502);
    expect(response.headers.get('content-type')).toBe('text/html');
    expect(await response.text()).toContain('<h1>502 Bad Gateway</h1>');
  });
});

describe('Without an answer', () => {
  const ask = (signal?: AbortSignal) =>
    sandboxRequest('/v1/responses', {
      body: '{"model":"gpt-4o-mini","input":"hi"}',
      ...(signal && { signal }),
    });

  it.each(['reset', 'cut@1'])('a plain request to %s loses its connection', async (item) => {
    const sandbox = await scripted(item);
    await expect(sandbox.fetch(ask())).rejects.toThrow(ConnectionReset);
  });

  it.each(['timeout', 'stall@1'])('%s is silent until the client gives up', async (item) => {
    const sandbox = await scripted(item);
    const client = new AbortController();
    const answer = sandbox.fetch(ask(client.signal));
    client.abort(new Error('gave up'));
    await expect(answer).rejects.toThrow('gave up');
  });
});

describe('In the middle of a stream', () => {
  const deltasOf = (events: readonly Json[]) =>
    events.filter(({ type }) => type === 'response.output_text.delta');

  it.each([
    { item: 'cut@0', deltas: 0 },
    { item: 'cut@2', deltas: 2 },
    { item: 'cut@99', deltas: 3 },
  ])('$item ends it after $deltas deltas without a final event', async ({ item, deltas }) => {
    const events = await streamEvents(await scripted(item));
    expect(deltasOf(events)).toHaveLength(deltas);
    expect(events.at(-1)?.type).not.toMatch(/^response\.(completed|incomplete|failed)$/);
  });

  it('failed@1 ends it with response.failed, without a gap in the numbering', async () => {
    const sandbox = await scripted('failed@1');
    const events = await streamEvents(sandbox);
    expect(deltasOf(events)).toHaveLength(1);
    expect(events.map(({ sequence_number }) => sequence_number)).toEqual([...events.keys()]);
    const last = events.at(-1);
    expect(last).toMatchObject({
      type: 'response.failed',
      response: { status: 'failed', error: { code: 'server_error' }, output: [], usage: null },
    });
    const stored = await get(sandbox, `/v1/responses/${(last?.response as Json | undefined)?.id}`);
    expect(stored.body).toEqual(last?.response);
  });

  it('stall@1 goes silent after a delta until the client gives up', async () => {
    const client = new AbortController();
    const body = '{"model":"gpt-4o-mini","input":"hi","stream":true}';
    const request = sandboxRequest('/v1/responses', { body, signal: client.signal });
    const response = await (await scripted('stall@1')).fetch(request);
    const seen: unknown[] = [];
    const reading = (async () => {
      const decoder = new TextDecoder();
      for await (const chunk of response.body ?? []) {
        seen.push(eventOf(decoder.decode(chunk)).type);
        if (seen.length === 5) client.abort(new Error('gave up'));
      }
    })();
    await expect(reading).rejects.toThrow('gave up');
    expect(seen.at(-1)).toBe('response.output_text.delta');
  });

  it('on a plain answer failed@1 is a body with status failed', async () => {
    const { status, body } = await create(await scripted('failed@1'));
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'failed', error: { code: 'server_error' }, usage: null });
  });
});
