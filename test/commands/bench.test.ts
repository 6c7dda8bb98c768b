import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCourse, scratchFolder } from '../helpers/course.ts';
import { apiError, json, reset, startLoopback } from '../helpers/loopback.ts';
import { responseBody } from '../helpers/wire.ts';

const fast = ['--latency', 'none'];
const run = (...args: string[]) => runCourse(['bench', 'async', '--json', ...fast, ...args]);
const ofType = (lines: Record<string, unknown>[], wanted: string) =>
  lines.filter(({ type }) => type === wanted);

describe('course bench async', () => {
  it('makes the same calls one after another and all at once, and tells every call and mode', async () => {
    const { exitCode, json } = await run();
    const lines = json();
    const [sequential, parallel] = ofType(lines, 'bench');
    expect(exitCode).toBe(0);
    expect(ofType(lines, 'exchange')).toHaveLength(24);
    expect(sequential).toMatchObject({
      mode: 'sequential',
      concurrency: 1,
      requests: 12,
      succeeded: 12,
      failed: 0,
      max_in_flight: 1,
      speedup: 1,
      rate_limited: 0,
    });
    expect(parallel).toMatchObject({ mode: 'parallel', concurrency: 12, max_in_flight: 12 });
    expect(parallel?.first_token_p50_ms).toBeGreaterThan(0);
    expect(lines.at(-1)).toMatchObject({ type: 'summary', requests: 24, billed: false });
  });

  it('reports a speed-up that is the ratio of the reported wall times, and its own cost', async () => {
    const { json } = await run('--concurrency', '1,3,12', '--runs', '3', '--latency', '20');
    const lines = json();
    const modes = ofType(lines, 'bench');
    const [sequential] = modes;
    expect(modes.map(({ concurrency, requests }) => [concurrency, requests])).toEqual([
      [1, 36],
      [3, 36],
      [12, 36],
    ]);
    for (const { speedup, wall_ms, efficiency } of modes) {
      expect(speedup).toBe((sequential?.wall_ms as number) / (wall_ms as number));
      expect(String(wall_ms)).toMatch(/^\d+(\.\d{1,3})?$/);
      expect(efficiency).toBeLessThanOrEqual(1);
      expect(efficiency).toBeGreaterThan(0.5);
    }
    const cost = modes.reduce((sum, { cost_usd }) => sum + (cost_usd as number), 0);
    expect(lines.at(-1)?.cost_usd).toBeCloseTo(cost, 12);
  });

  it('has no speed-up without a sequential mode', async () => {
    const [mode] = ofType((await run('--concurrency', '4')).json(), 'bench');
    expect(mode).toMatchObject({ mode: 'parallel', concurrency: 4, speedup: null });
  });

  it('waits for whole answers with --no-stream', async () => {
    const { json } = await run('--no-stream', '--requests', '2');
    for (const mode of ofType(json(), 'bench')) expect(mode.first_token_p50_ms).toBeNull();
  });

  it('asks every variant in turn', async () => {
    const { json } = await run('-t', '0', '-t', '1', '-n', '2', '--concurrency', '4');
    const asked = ofType(json(), 'exchange').map(
      ({ request }) => (request as { body: { temperature: number } }).body.temperature,
    );
    expect(asked.toSorted()).toEqual([0, 0, 1, 1]);
  });

  it('makes a row of a call that fails, and goes on with the others', async () => {
    const script = Array.from({ length: 6 }, () => 'ok,ok,400').join(',');
    const { exitCode, json } = await run('--requests', '9', '--fail', script);
    const modes = ofType(json(), 'bench');
    expect(exitCode).toBe(0);
    expect(modes.map(({ succeeded, failed }) => [succeeded, failed])).toEqual([
      [6, 3],
      [6, 3],
    ]);
  });

  it('tells each retry and each 429, as one exchange with its attempts; the warm-up takes nothing of the script', async () => {
    const { json } = await run(
      '--requests',
      '3',
      '--concurrency',
      '3',
      '--fail',
      '429=0.01,ok,503',
    );
    const lines = json();
    const [mode] = ofType(lines, 'bench');
    expect(mode).toMatchObject({ succeeded: 3, failed: 0, retries: 2, rate_limited: 1 });
    const attempts = ofType(lines, 'exchange').map(({ attempts }) =>
      (attempts as { status: number; wait_ms: number | null }[]).map(({ status }) => status),
    );
    expect(attempts.toSorted((a, b) => a.length - b.length)).toEqual(
      expect.arrayContaining([[200], [429, 200], [503, 200]]),
    );
  });

  it('meets no 429 when it paces itself against the limits that its sandbox enforces', async () => {
    const burst = ['--requests', '61', '--concurrency', '61', '--rpm', '60', '--latency', '100'];
    const [mode] = ofType((await run(...burst)).json(), 'bench');
    expect(mode).toMatchObject({ succeeded: 61, retries: 0 });
    expect(mode?.wall_ms).toBeGreaterThan(1000);
  });

  it('gives up after as many retries as --max-retries says', async () => {
    const fail = ['--max-retries', '1', '--fail', '429=0.01*2'];
    const { exitCode, json } = await run('--requests', '1', '--concurrency', '1', ...fail);
    expect(exitCode).toBe(1);
    expect(ofType(json(), 'bench')[0]).toMatchObject({ failed: 1, retries: 1, rate_limited: 2 });
    expect(ofType(json(), 'error')[0]).toMatchObject({ code: 'rate_limited', status: 429 });
  });

  it('says once what was asked, before everything else', async () => {
    const args = ['bench', 'async', ...fast, '--requests', '2', '-p', 'Why is the sky blue?'];
    const { out } = await runCourse(args);
    expect(out).toMatch(/^\nEach call asks: Why is the sky blue\?\n/);
    expect(out.match(/sky/g)).toHaveLength(1);
  });

  it('fails when every call does, and still tells how it went', async () => {
    const { exitCode, out, err } = await runCourse([
      ...['bench', 'async', ...fast, '--requests', '2', '--fail', '400*4'],
    ]);
    expect(exitCode).toBe(1);
    expect(out).toContain('2 calls, 2 of which failed, took');
    expect(out).toContain('No call was answered');
    expect(err).toContain('could not accept the request');
  });

  it('ends before the others when the warm-up meets what all of them would', async () => {
    const { exitCode, json } = await run('-m', 'gpt-nope');
    expect(exitCode).toBe(1);
    expect(json().map(({ type }) => type)).toEqual(['error', 'summary']);
    expect(json()[0]).toMatchObject({ code: 'model_not_found', status: 404 });
  });

  it('stops before its budget is passed', async () => {
    const { exitCode, json } = await run('--budget', '0.0001', '--max-output-tokens', '40');
    const lines = json();
    expect(exitCode).toBe(1);
    expect(ofType(lines, 'error')[0]).toMatchObject({ code: 'budget_reached' });
    expect(lines.at(-1)?.cost_usd).toBeLessThanOrEqual(0.0001);
    expect(ofType(lines, 'exchange').length).toBeGreaterThan(0);
  });

  it('writes the waterfall as a picture', async () => {
    const cwd = scratchFolder();
    const { exitCode } = await runCourse(
      ['bench', 'async', ...fast, '--requests', '3', '--svg', 'calls.svg'],
      { cwd },
    );
    expect(exitCode).toBe(0);
    const svg = readFileSync(join(cwd, 'calls.svg'), 'utf8');
    expect(svg.match(/<title>Call \d/g)).toHaveLength(3);
  });

  it.each(['no/such/folder.svg', '.'])(
    'says that no picture can be written to %s before anything is sent',
    async (svg) => {
      const { exitCode, err, out } = await runCourse(['bench', 'async', ...fast, '--svg', svg]);
      expect(exitCode).toBe(2);
      expect(err).toContain('could not be written');
      expect(err).toContain('a folder that exists');
      expect(out).toBe('');
    },
  );

  it.each([
    ['an unknown kind', ['everything']],
    ['no kind', []],
    ['no calls', ['async', '--requests', '0']],
    ['no places', ['async', '--concurrency', '2,0']],
    ['a list with a hole', ['async', '--concurrency', '2,,4']],
    ['words for a list', ['async', '--concurrency', 'all']],
    ['concurrency for streams', ['stream', '--concurrency', '2']],
    ['streams without streaming', ['stream', '--no-stream']],
    ['latency on a server', ['async', '--latency', '5', '--base-url', 'http://127.0.0.1:9/v1']],
  ])('refuses %s before anything is sent', async (_, args) => {
    const { exitCode, out } = await runCourse(['bench', ...args]);
    expect([exitCode, out]).toEqual([2, '']);
  });

  it('prints the request as it would be sent with --dry-run, and what the whole run would cost', async () => {
    const dryRun = ['bench', 'async', '-p', 'Hi', '--max-output-tokens', '100', '--dry-run'];
    const { exitCode, out, err } = await runCourse(dryRun, { env: { COLUMNS: '120' } });
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ input: 'Hi', stream: true });
    expect(err).toMatch(/makes 24 calls and a warm-up: list price from \$\S+ to \$0\.0015\d+$/m);
    const plain = [...dryRun, '--no-stream', '--json', '--requests', '3', '--runs', '2'];
    const [line] = (await runCourse(plain)).json();
    expect(line).toMatchObject({ request: { stream: false }, run: { requests: 13 } });
    const whole = line?.run as Record<string, number>;
    expect(whole.cost_usd_max).toBeCloseTo((line?.cost_usd_max as number) * 13, 12);
  });
});

describe('course bench stream', () => {
  it('compares whole answers with streamed ones, in turn', async () => {
    const args = ['bench', 'stream', '--json', '--latency', '40', '--runs', '3'];
    const { exitCode, json } = await runCourse(args);
    const [whole, streamed] = ofType(json(), 'bench');
    expect(exitCode).toBe(0);
    expect(whole).toMatchObject({ mode: 'whole', requests: 3, first_token_p50_ms: null });
    expect(streamed).toMatchObject({ mode: 'streamed', requests: 3, speedup: null });
    expect(streamed?.first_token_p50_ms as number).toBeLessThan(streamed?.p50_ms as number);
    expect(String(streamed?.explanation)).toContain('The first words of a stream');
  });
});

describe('A bench with a key', () => {
  const env = { OPENAI_API_KEY: 'sk-test-1234567890' };
  const answered = json(responseBody('Hello.'));
  const args = (baseUrl: string) => [
    ...['bench', 'async', '--no-stream', '--requests', '2', '--base-url', baseUrl],
  ];

  it('sends nothing without a terminal unless --yes or --budget allows it', async () => {
    await using server = await startLoopback(answered);
    const { exitCode, err } = await runCourse(args(server.baseUrl), { env, fetch });
    expect(exitCode).toBe(2);
    expect(err).toContain('--budget');
    expect(server.requests).toHaveLength(0);
  });

  it('says what it costs at most, and asks', async () => {
    await using server = await startLoopback(answered);
    const declined = await runCourse(args(server.baseUrl), { env, fetch, answers: ['no'] });
    expect([declined.exitCode, server.requests.length]).toEqual([0, 0]);
    expect(declined.err).toMatch(/sends 5 requests with your key; at list price they cost \$\d/);
    await runCourse(args(server.baseUrl), { env, fetch, answers: ['yes'] });
    expect(server.requests).toHaveLength(5);
  });

  it.each([[['--yes']], [['--budget', '1']]])('goes ahead with %j', async (flags) => {
    await using server = await startLoopback(answered);
    const { exitCode } = await runCourse([...args(server.baseUrl), ...flags], { env, fetch });
    expect([exitCode, server.requests.length]).toEqual([0, 5]);
  });

  it('needs no consent for a server that needs no key', async () => {
    await using server = await startLoopback(answered);
    expect((await runCourse(args(server.baseUrl), { fetch })).exitCode).toBe(0);
  });

  it('takes --rpm for itself with every provider', async () => {
    await using server = await startLoopback(answered);
    const limits = ['--rpm', '60000', '--tpm', '100000000'];
    const { exitCode } = await runCourse([...args(server.baseUrl), ...limits], { fetch });
    expect(exitCode).toBe(0);
  });

  it('makes rows of the calls that a server no longer answered', async () => {
    await using server = await startLoopback(answered, answered, answered, reset);
    const { exitCode, json } = await runCourse(
      [
        ...[...args(server.baseUrl), '--json', '--max-retries', '0', '--requests', '4'],
        ...['--concurrency', '2'],
      ],
      { fetch },
    );
    expect(exitCode).toBe(0);
    expect(ofType(json(), 'bench')[0]).toMatchObject({ succeeded: 2, failed: 2 });
  });

  it('stops at a refusal that all calls would meet', async () => {
    await using server = await startLoopback(apiError(401, { code: 'invalid_api_key' }));
    const { exitCode } = await runCourse([...args(server.baseUrl), '--yes'], { env, fetch });
    expect([exitCode, server.requests.length]).toEqual([1, 1]);
  });
});
