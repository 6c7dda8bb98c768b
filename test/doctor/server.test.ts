import { describe, expect, it } from 'vitest';
import { type CourseOptions, runCourse } from '../helpers/course.ts';
import { apiError, html, json, type Reply, silence, startLoopback } from '../helpers/loopback.ts';

const key = 'sk-proj-0123456789abcdefwxyz';

const modelList = (...ids: string[]) =>
  json({
    object: 'list',
    data: ids.map((id) => ({ id, object: 'model', created: 0, owned_by: 'openai' })),
  });

async function doctor(flags: readonly string[] = [], options: CourseOptions = {}) {
  const { exitCode, json, out, err } = await runCourse(['doctor', '--json', ...flags], options);
  const lines = json();
  expect(out + err).not.toContain('0123456789');
  return {
    exitCode,
    lines,
    err,
    of: (title: string) => lines.find(({ check }) => check === title),
  };
}

async function doctorOf(
  reply: Reply,
  flags: readonly string[] = [],
  env: CourseOptions['env'] = {},
) {
  await using server = await startLoopback(reply);
  const result = await doctor(['--max-retries', '0', ...flags], {
    fetch,
    env: { OPENAI_API_KEY: key, OPENAI_BASE_URL: server.baseUrl, ...env },
  });
  return { ...result, requests: server.requests, baseUrl: server.baseUrl };
}

describe('course doctor', () => {
  it('finds all well offline', async () => {
    const { exitCode, lines, err } = await doctor();
    expect(exitCode).toBe(0);
    expect(err).toContain('sandbox (offline');
    expect(lines.map(({ type, check, verdict }) => [type, check, verdict])).toEqual([
      ['doctor_check', 'Node', 'ok'],
      ['doctor_check', 'Terminal', 'ok'],
      ['doctor_check', 'Progress', 'ok'],
      ['doctor_check', 'Key', 'note'],
      ['doctor_check', '.env', 'ok'],
      ['doctor_check', 'Server', 'ok'],
      ['doctor_check', 'Model', 'note'],
    ]);
  });

  it('asks the server once, for its models, with the key', async () => {
    const { exitCode, of, requests, baseUrl } = await doctorOf(
      modelList('gpt-4o-mini', 'gpt-6-luna'),
    );
    expect(exitCode).toBe(0);
    expect(
      requests.map(({ method, path, headers }) => [method, path, headers.authorization]),
    ).toEqual([['GET', '/v1/models', `Bearer ${key}`]]);
    expect(of('Server')).toMatchObject({
      verdict: 'ok',
      detail: expect.stringMatching(new RegExp(`^${baseUrl} answered in \\d+ ms with 2 models$`)),
    });
    expect(of('Model')).toMatchObject({ verdict: 'ok', detail: 'gpt-4o-mini is there' });
  });

  it('fails when the server lacks the model, and names some that it has', async () => {
    const { exitCode, of } = await doctorOf(modelList('llama3.2', 'qwen3'));
    expect(exitCode).toBe(1);
    expect(of('Model')).toMatchObject({
      verdict: 'failed',
      detail: 'the server does not list gpt-4o-mini',
      advice: expect.stringContaining('llama3.2, qwen3'),
    });
  });

  it('looks for OPENAI_MODEL instead when it is set', async () => {
    const { exitCode, of } = await doctorOf(modelList('llama3.2'), [], {
      OPENAI_MODEL: 'llama3.2',
    });
    expect(exitCode).toBe(0);
    expect(of('Model')).toMatchObject({ verdict: 'ok', detail: 'llama3.2 is there' });
  });

  it('looks for the replacement once the model is shut down', async () => {
    const { of } = await doctorOf(modelList('gpt-6-luna'), [], { COURSE_NOW: '2027-01-14' });
    expect(of('Model')).toMatchObject({ verdict: 'ok', detail: 'gpt-6-luna is there' });
  });

  it.each<[string, Reply, string]>([
    [
      'refuses the key',
      apiError(401, { message: `No: ${key}`, code: 'invalid_api_key' }),
      'The server does not know this key',
    ],
    ['is overloaded', apiError(503, {}), 'The server has more work'],
    ['answers with a web page', html('<title>Log in</title>'), 'not the API'],
    ['answers with something else', json({}), 'GET /models gives no list'],
    ['has nothing at this address', apiError(404, {}), 'nothing like this at this address'],
  ])('fails when the server %s, and does not blame the model', async (_, reply, detail) => {
    const { exitCode, of } = await doctorOf(reply);
    expect(exitCode).toBe(1);
    expect(of('Server')).toMatchObject({
      verdict: 'failed',
      detail: expect.stringContaining(detail),
    });
    expect(of('Server')?.advice).not.toBe('');
    expect(of('Model')).toMatchObject({
      verdict: 'note',
      detail: expect.stringContaining('not asked for'),
    });
  });

  it('waits as long as --timeout says', async () => {
    const { exitCode, of } = await doctorOf(silence, ['--timeout', '0.05']);
    expect(exitCode).toBe(1);
    expect(of('Server')).toMatchObject({
      verdict: 'failed',
      detail: expect.stringContaining('in time'),
    });
  });

  it('tries as often as --max-retries says', async () => {
    const busy = apiError(503, {}, { 'retry-after-ms': '1' });
    const { requests } = await doctorOf(busy, ['--max-retries', '2']);
    expect(requests).toHaveLength(3);
  });

  it('ends with 2 when the provider needs a key that is not there', async () => {
    const { exitCode, lines } = await doctor(['--provider', 'openai']);
    expect(exitCode).toBe(2);
    expect(lines).toMatchObject([{ type: 'error', code: 'missing_key' }]);
  });

  it('reads as a list for people', async () => {
    const { out } = await runCourse(['doctor']);
    const starts = out
      .split('\n')
      .filter((line) => /^\w/.test(line))
      .map((line) => line.slice(0, 18).trim().split(/\s+/));
    expect(starts.map(([verdict, title]) => `${verdict} ${title}`)).toEqual([
      'ok Node',
      'ok Terminal',
      'ok Progress',
      'note Key',
      'ok .env',
      'ok Server',
      'note Model',
    ]);
  });
});
