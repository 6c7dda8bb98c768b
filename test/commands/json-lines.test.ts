import { describe, expect, it } from 'vitest';
import { runCourse } from '../helpers/course.ts';
import { json, startLoopback, stream } from '../helpers/loopback.ts';
import { responseBody } from '../helpers/wire.ts';
import { noon, simulatedClock } from '../sandbox/sandbox-under-test.ts';

const usageOf = (input: number, output: number) => ({
  input_tokens: input,
  cached_input_tokens: 0,
  cache_write_tokens: 0,
  output_tokens: output,
  reasoning_tokens: 0,
  total_tokens: input + output,
});

describe('The exchange line', () => {
  it('of the sandbox has every field of the contract and no other', async () => {
    const { json } = await runCourse(['lesson', '01', '--step', '2', '--json', '-t', '0'], {
      clock: simulatedClock(),
    });
    const [exchange] = json();
    const response = exchange?.response as { usage: { output_tokens: number } };
    const { output_tokens: output } = response.usage;
    expect(exchange).toStrictEqual({
      type: 'exchange',
      lesson: '01',
      step: 2,
      variant: { temperature: 0 },
      provider: 'sandbox',
      base_url: null,
      request: {
        method: 'POST',
        path: '/v1/responses',
        body: { model: 'gpt-4o-mini', input: 'What is an API?', temperature: 0 },
      },
      response: expect.objectContaining({ object: 'response', model: 'gpt-4o-mini-2024-07-18' }),
      output_text: expect.stringContaining('API'),
      status: 'completed',
      usage: usageOf(12, output),
      // 0.15 and 0.60 USD per million tokens.
      cost_usd: Number(((12 * 0.15 + output * 0.6) / 1e6).toPrecision(12)),
      billed: false,
      timing: { started_at: new Date(noon).toISOString(), first_token_ms: null, total_ms: 0 },
      attempts: [
        {
          status: 200,
          ms: 0,
          retry_after_ms: null,
          wait_ms: null,
          request_id: expect.stringMatching(/^req_[\da-f]{32}$/),
          error: null,
        },
      ],
    });
  });

  it('of a real server is billed, and says where it went', async () => {
    await using server = await startLoopback(json(responseBody('Hi.')));
    const { json: lines } = await runCourse(['lesson', '01', '--step', '2', '--json'], {
      fetch,
      env: { OPENAI_BASE_URL: server.baseUrl },
    });
    expect(lines()[0]).toMatchObject({
      provider: 'openai',
      base_url: server.baseUrl,
      output_text: 'Hi.',
      billed: true,
      usage: {
        input_tokens: 13,
        cached_input_tokens: 4,
        cache_write_tokens: 2,
        output_tokens: 6,
        reasoning_tokens: 1,
        total_tokens: 19,
      },
    });
  });

  it('of a model without a known price has no cost, and is not billed', async () => {
    await using server = await startLoopback(json(responseBody('Hi.', { model: 'llama3.2' })));
    const { json: lines } = await runCourse(
      ['lesson', '01', '--step', '2', '--json', '-m', 'llama3.2'],
      { fetch, env: { OPENAI_BASE_URL: server.baseUrl } },
    );
    const [exchange, summary] = lines();
    expect(exchange).toMatchObject({
      cost_usd: null,
      billed: false,
      variant: { model: 'llama3.2' },
    });
    expect(summary).toMatchObject({ cost_usd: null, billed: false });
  });

  it('of a failed call has the error’s body, its attempts and nothing else', async () => {
    const { json } = await runCourse([
      'lesson',
      '01',
      '--step',
      '2',
      '--json',
      '--fail',
      '429=0*2',
      '--max-retries',
      '1',
    ]);
    const [exchange, error, summary] = json();
    expect(exchange).toMatchObject({
      response: { error: { code: 'rate_limit_exceeded' } },
      output_text: null,
      status: 'failed',
      usage: null,
      cost_usd: null,
      billed: false,
    });
    expect(exchange?.attempts).toMatchObject([
      { status: 429, retry_after_ms: 0, wait_ms: expect.any(Number), error: 'rate_limit_exceeded' },
      { status: 429, retry_after_ms: 0, wait_ms: null, error: 'rate_limit_exceeded' },
    ]);
    const { attempts } = exchange as { attempts: { request_id: string }[] };
    expect(error).toStrictEqual({
      type: 'error',
      code: 'rate_limited',
      status: 429,
      message: expect.stringMatching(/^Too many requests .* It said: Rate limit reached/),
      advice: expect.stringContaining('Wait'),
      request_id: attempts[1]?.request_id,
    });
    expect(summary).toMatchObject({ type: 'summary', requests: 1, cost_usd: 0, billed: false });
  });
});

describe('The lines of a whole lesson', () => {
  it('are its exchanges in order and a summary that adds them up', async () => {
    const { json, exitCode } = await runCourse(['lesson', '01', '--json'], {
      clock: simulatedClock(),
    });
    expect(exitCode).toBe(0);
    const lines = json();
    expect(lines.map(({ type, step }) => [type, step])).toEqual([
      ['exchange', 2],
      ['exchange', 3],
      ['exchange', 4],
      ['exchange', 6],
      ['exchange', 6],
      ['summary', undefined],
    ]);
    const exchanges = lines.slice(0, -1);
    const sum = (values: unknown[]) =>
      values.reduce<number>((total, value) => total + Number(value ?? 0), 0);
    const outputs = exchanges.map(
      ({ usage }) => (usage as { output_tokens: number } | null)?.output_tokens,
    );
    expect(lines.at(-1)).toStrictEqual({
      type: 'summary',
      requests: 5,
      usage: usageOf(36, sum(outputs)),
      cost_usd: expect.closeTo(sum(exchanges.map(({ cost_usd }) => cost_usd)), 12),
      billed: false,
      wall_ms: 0,
    });
  });

  it('of a step without a demo are a summary of nothing', async () => {
    const { json } = await runCourse(['lesson', '01', '--json', '--step', '1']);
    expect(json()).toEqual([
      {
        type: 'summary',
        requests: 0,
        usage: usageOf(0, 0),
        cost_usd: 0,
        billed: false,
        wall_ms: expect.any(Number),
      },
    ]);
  });

  it('has nothing on standard output that is not JSON, whatever goes wrong', async () => {
    await using server = await startLoopback(stream(['event: nonsense\n\n']));
    const { out, exitCode } = await runCourse(['lesson', '01', '--json'], {
      fetch,
      env: { OPENAI_BASE_URL: server.baseUrl },
    });
    expect(exitCode).toBe(1);
    const types = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).type);
    expect(types).toEqual(['exchange', 'error', 'summary']);
  });
});
