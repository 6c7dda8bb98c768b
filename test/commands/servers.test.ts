import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { type CourseResult, runCourse } from '../helpers/course.ts';
import { apiError, html, json, type Reply, startLoopback, text } from '../helpers/loopback.ts';
import { responseBody } from '../helpers/wire.ts';

const key = 'sk-proj-0123456789abcdefwxyz';
const everything = ({ out, err }: CourseResult) => out + err;

/** Runs steps of lesson 01 with a key against a server that gives this reply. */
async function run(reply: Reply, ...flags: string[]) {
  await using server = await startLoopback(reply);
  const result = await runCourse(['lesson', '01', '--max-retries', '0', ...flags], {
    fetch,
    env: { OPENAI_API_KEY: key, OPENAI_BASE_URL: server.baseUrl },
  });
  expect(everything(result)).not.toContain('0123456789');
  expect(everything(result)).not.toMatch(/^\s+at .+:\d+:\d+/m);
  return { ...result, requests: server.requests, baseUrl: server.baseUrl };
}

describe('A run with a key', () => {
  it('sends each request to its server with that key, and nothing anywhere else', async () => {
    const { exitCode, err, out, requests, baseUrl } = await run(json(responseBody('Hi there.')));
    expect(exitCode).toBe(0);
    expect(err).toContain(`${baseUrl} · key sk-…wxyz`);
    expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual(
      Array(3).fill('POST /v1/responses'),
    );
    for (const { headers } of requests) expect(headers.authorization).toBe(`Bearer ${key}`);
    expect(out).toContain('It prints:\n  Hi there.');
    expect(out).toContain('Runs on the sandbox with every provider: it provokes a failure.');
    expect(out).toContain('wrong key: 401 invalid_api_key');
  });

  it('tells its real cost', async () => {
    const { err } = await run(json(responseBody('Hi there.')), '--step', '2');
    expect(err).toMatch(/^1 request · 13 tokens in, 6 out · \$[\d.]+ · \d+ ms$/m);
    expect(err).not.toContain('nothing billed');
  });

  it('sends organization and project when they are set', async () => {
    await using server = await startLoopback(json(responseBody('Hi.')));
    await runCourse(['lesson', '01', '--step', '2'], {
      fetch,
      env: {
        OPENAI_API_KEY: key,
        OPENAI_BASE_URL: server.baseUrl,
        OPENAI_ORG_ID: 'org-mine',
        OPENAI_PROJECT_ID: 'proj_mine',
      },
    });
    expect(server.requests[0]?.headers).toMatchObject({
      'openai-organization': 'org-mine',
      'openai-project': 'proj_mine',
    });
  });
});

const steps = [
  ['the SDK', '2'],
  ['plain fetch', '4'],
] as const;

describe.each(steps)('A refusal, met by %s,', (_, step) => {
  it('is explained with status, code, request id and what to do', async () => {
    const { exitCode, err } = await run(
      apiError(401, { message: `Incorrect API key provided: ${key}.`, code: 'invalid_api_key' }),
      '--step',
      step,
    );
    expect(exitCode).toBe(1);
    expect(err).toContain('The server does not know this key');
    expect(err).toContain('Incorrect API key provided: sk-…wxyz.');
    expect(err).toContain('HTTP status 401');
    expect(err).toContain('req_refused');
    expect(err).toContain('course doctor');
    expect(err).not.toContain('in the course itself');
  });

  it('keeps the key out of --json, the echoed one too', async () => {
    const { json } = await run(
      apiError(401, { message: `Incorrect API key provided: ${key}.`, code: 'invalid_api_key' }),
      '--json',
      '--step',
      step,
    );
    const [exchange, error] = json();
    expect(exchange).toMatchObject({
      status: 'failed',
      response: { error: { message: 'Incorrect API key provided: sk-…wxyz.' } },
    });
    expect(error).toMatchObject({ type: 'error', code: 'authentication', status: 401 });
  });

  it('of an unknown model is the server’s own', async () => {
    const { exitCode, json } = await run(
      apiError(404, { message: 'No such model.', code: 'model_not_found' }),
      '--json',
      '--model',
      'nope',
      '--step',
      step,
    );
    expect(exitCode).toBe(1);
    expect(json()[1]).toMatchObject({
      code: 'model_not_found',
      status: 404,
      request_id: 'req_refused',
    });
  });

  it('with control sequences in it cannot touch the terminal', async () => {
    const { err, out } = await run(
      apiError(400, { message: 'Bad\u001b[2J\u001b]0;owned\u0007 request\r' }),
      '--step',
      step,
      '--verbose',
    );
    expect(err).toContain('Bad');
    expect(err + out).not.toMatch(/[\u0007\r]|\u001b/);
  });
});

describe.each(steps)('What answers is not the API, met by %s,', (_, step) => {
  it.each<[string, Reply]>([
    ['a web page', html('<!DOCTYPE html><title>Log in</title>')],
    [
      'a web page that calls itself JSON',
      text('<html>', { headers: { 'content-type': 'application/json' } }),
    ],
    ['nothing', text('')],
    ['an empty object', json({})],
    ['a list', json([])],
    ['null', json(null)],
    ['JSON that is cut', text('{"output": [', { headers: { 'content-type': 'application/json' } })],
  ])('when it sends %s: it is named, with exit code 1', async (_, reply) => {
    const { exitCode, err } = await run(reply, '--step', step);
    expect(err).toContain('What answered is not the API');
    expect(err).toContain('not_an_api_answer');
    expect(err).toContain('course doctor');
    expect(exitCode).toBe(1);
  });
});

describe.each(steps)('A base URL with no server, met by %s,', (_, step) => {
  /** An address at which nothing listens: it was free a moment ago. */
  async function freeAddress(): Promise<string> {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    await new Promise((resolve) => server.close(resolve));
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/v1`;
  }

  it('says that nothing listens there', async () => {
    const baseUrl = await freeAddress();
    const { exitCode, out, err, json } = await runCourse(
      ['lesson', '01', '--step', step, '--max-retries', '0', '--base-url', baseUrl],
      { fetch },
    );
    expect(exitCode).toBe(1);
    expect(err).toContain(`${baseUrl} · no key`);
    expect(err).toContain('Nothing is listening at this address');
    expect(err).toContain('ECONNREFUSED');
    expect(out + err).not.toMatch(/^\s+at .+:\d+:\d+/m);
    expect(json).toBeDefined();
  });
});
