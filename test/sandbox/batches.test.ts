import OpenAI, { toFile } from 'openai';
import { describe, expect, it } from 'vitest';
import type { Sandbox, SandboxOptions } from '../../src/sandbox/app.ts';
import { parseFailScript } from '../../src/sandbox/faults.ts';
import {
  type Called,
  get,
  type Json,
  noon,
  post,
  sandboxRequest,
  simulatedClock,
  testSandbox,
} from './sandbox-under-test.ts';
import { failureOf, sdkClient } from './sdk-client.ts';

const created = noon / 1000;
const model = 'gpt-4o-mini';

/** A sandbox whose batches need a second for each part of their work, and the clock of it. */
async function setUp(options: Partial<SandboxOptions> = {}) {
  const clock = simulatedClock();
  return { clock, sandbox: await testSandbox({ clock, latency: 1000, ...options }) };
}

const request = (custom_id: string, body: Json = {}, other: Json = {}): Json => ({
  custom_id,
  method: 'POST',
  url: '/v1/responses',
  body: { model, input: 'hi', ...body },
  ...other,
});

async function upload(
  sandbox: Sandbox,
  lines: readonly (Json | string)[],
  purpose = 'batch',
): Promise<string> {
  const body = new FormData();
  const texts = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  body.append('purpose', purpose);
  body.append('file', new File([texts.join('\n')], 'requests.jsonl'));
  const headers = { authorization: 'Bearer sk-sandbox' };
  const sent = new Request('http://sandbox/v1/files', { method: 'POST', headers, body });
  const response = await sandbox.fetch(sent);
  const { id } = (await response.json()) as Json;
  return String(id);
}

function create(sandbox: Sandbox, input_file_id: string, body: Json = {}): Promise<Called> {
  const asked = { input_file_id, endpoint: '/v1/responses', completion_window: '24h', ...body };
  return post(sandbox, '/v1/batches', asked);
}

/** The id of a batch of these lines. */
async function begun(
  sandbox: Sandbox,
  lines: readonly (Json | string)[],
  body: Json = {},
): Promise<string> {
  const { body: batch } = await create(sandbox, await upload(sandbox, lines), body);
  return String(batch.id);
}

async function look(sandbox: Sandbox, id: string): Promise<Json> {
  return (await get(sandbox, `/v1/batches/${id}`)).body;
}

function cancel(sandbox: Sandbox, id: string): Promise<Called> {
  return get(sandbox, `/v1/batches/${id}/cancel`, 'POST');
}

/** The lines of a file that a batch made. */
async function linesOf(sandbox: Sandbox, id: unknown): Promise<Json[]> {
  const asked = sandboxRequest(`/v1/files/${id}/content`, { method: 'GET' });
  const text = await (await sandbox.fetch(asked)).text();
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Json);
}

const noUsage = {
  input_tokens: 0,
  input_tokens_details: { cached_tokens: 0 },
  output_tokens: 0,
  output_tokens_details: { reasoning_tokens: 0 },
  total_tokens: 0,
};

describe('A new batch', () => {
  it('is being validated', async () => {
    const { sandbox } = await setUp();
    const file = await upload(sandbox, [request('a')]);
    const { status, body } = await create(sandbox, file, { metadata: { job: 'nightly' } });
    expect(status).toBe(200);
    expect(body).toEqual({
      id: expect.stringMatching(/^batch_[0-9a-f]{32}$/),
      object: 'batch',
      endpoint: '/v1/responses',
      model: null,
      errors: null,
      input_file_id: file,
      completion_window: '24h',
      status: 'validating',
      output_file_id: null,
      error_file_id: null,
      created_at: created,
      in_progress_at: null,
      expires_at: created + 86_400,
      finalizing_at: null,
      completed_at: null,
      failed_at: null,
      expired_at: null,
      cancelling_at: null,
      cancelled_at: null,
      request_counts: { total: 0, completed: 0, failed: 0 },
      usage: noUsage,
      metadata: { job: 'nightly' },
    });
  });

  it.each([
    ['input_file_id', undefined, "Missing required parameter: 'input_file_id'."],
    ['endpoint', undefined, "Missing required parameter: 'endpoint'."],
    ['completion_window', undefined, "Missing required parameter: 'completion_window'."],
    [
      'input_file_id',
      'wrong-id',
      "Invalid 'input_file_id': 'wrong-id'. Expected an ID that begins with 'file'.",
    ],
    [
      'endpoint',
      '/v1/invalid',
      "Invalid value: '/v1/invalid'. Supported values are: '/v1/responses', '/v1/chat/completions', '/v1/embeddings', '/v1/completions', '/v1/moderations', '/v1/images/generations', '/v1/images/edits', and '/v1/videos'.",
    ],
    [
      'endpoint',
      '/v1/moderations',
      "The course sandbox does not offer 'endpoint'; the real API does.",
    ],
    ['completion_window', '1h', "Invalid value: '1h'. Supported values are: '24h'."],
    [
      'metadata.tags',
      { tags: ['a'] },
      "Invalid type for 'metadata.tags': expected a string, but got an array instead.",
    ],
    [
      'output_expires_after.seconds',
      { anchor: 'created_at', seconds: 60 },
      "Invalid 'output_expires_after.seconds': integer below minimum value. Expected a value >= 3600, but got 60 instead.",
    ],
    ['priority', 1, "Unknown parameter: 'priority'."],
  ])('is refused for its %s: %j', async (param, value, message) => {
    const { sandbox } = await setUp();
    const [name = ''] = param.split('.');
    const { status, body } = await create(sandbox, 'file-x', { [name]: value });
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ message, param, type: 'invalid_request_error' });
  });
});

describe('A batch', () => {
  it('goes from one status to the next as time goes by', async () => {
    const { clock, sandbox } = await setUp();
    const id = await begun(
      sandbox,
      ['a', 'b', 'c'].map((name) => request(name)),
    );
    const seen: unknown[] = [];
    for (let second = 0; second <= 5; second += 1) {
      const { status, request_counts } = await look(sandbox, id);
      seen.push([status, (request_counts as Json).completed]);
      clock.advance(1000);
    }
    expect(seen).toEqual([
      ['validating', 0],
      ['in_progress', 0],
      ['in_progress', 1],
      ['in_progress', 2],
      ['finalizing', 3],
      ['completed', 3],
    ]);
    expect(await look(sandbox, id)).toMatchObject({
      model: 'gpt-4o-mini-2024-07-18',
      in_progress_at: created + 1,
      finalizing_at: created + 4,
      completed_at: created + 5,
      request_counts: { total: 3, completed: 3, failed: 0 },
    });
  });

  it('came to each status when it was due, also if nobody looked', async () => {
    const { clock, sandbox } = await setUp();
    const id = await begun(sandbox, [request('a')]);
    clock.advance(3_600_000);
    expect(await look(sandbox, id)).toMatchObject({
      status: 'completed',
      in_progress_at: created + 1,
      finalizing_at: created + 2,
      completed_at: created + 3,
    });
  });

  it('takes no longer for a thousand requests than for five', async () => {
    const { clock, sandbox } = await setUp();
    const lines = Array.from({ length: 1000 }, (_, index) => request(String(index)));
    const id = await begun(sandbox, lines);
    clock.advance(3500);
    expect(await look(sandbox, id)).toMatchObject({
      status: 'in_progress',
      request_counts: { total: 1000, completed: 500 },
    });
    clock.advance(3500);
    const { output_file_id } = await look(sandbox, id);
    const ids = (await linesOf(sandbox, output_file_id)).map(({ custom_id }) => custom_id);
    expect(ids).toEqual(lines.map(({ custom_id }) => custom_id));
  });

  it('that is large is answered at several looks, so that none takes long', async () => {
    const { clock, sandbox } = await setUp();
    const lines = Array.from({ length: 4500 }, (_, index) => request(String(index)));
    const id = await begun(sandbox, lines);
    clock.advance(60_000);
    const seen: unknown[] = [];
    for (let looks = 0; looks < 3; looks += 1) {
      const { status, request_counts } = await look(sandbox, id);
      seen.push([status, (request_counts as Json).completed]);
    }
    expect(seen).toEqual([
      ['in_progress', 2000],
      ['in_progress', 4000],
      ['completed', 4500],
    ]);
  });

  it('answers as the API answers single requests, and adds up what they took', async () => {
    const { clock, sandbox } = await setUp();
    const id = await begun(sandbox, [request('a'), request('b', { instructions: 'Be kind.' })]);
    clock.advance(10_000);
    const { output_file_id, error_file_id, usage } = await look(sandbox, id);
    expect(error_file_id).toBeNull();
    const lines = await linesOf(sandbox, output_file_id);
    expect(lines[0]).toEqual({
      id: expect.stringMatching(/^batch_req_[0-9a-f]{32}$/),
      custom_id: 'a',
      response: {
        status_code: 200,
        request_id: expect.stringMatching(/^[0-9a-f]{32}$/),
        body: expect.objectContaining({ object: 'response', status: 'completed' }),
      },
      error: null,
    });
    const used = lines.map(({ response }) => ((response as Json).body as Json).usage as Json);
    const total = used.reduce((sum, { total_tokens }) => sum + Number(total_tokens), 0);
    expect(usage).toMatchObject({ total_tokens: total });
    expect(total).toBeGreaterThan(20);
    const { body: file } = await get(sandbox, `/v1/files/${output_file_id}`);
    expect(file).toMatchObject({
      purpose: 'batch_output',
      filename: `${id}_output.jsonl`,
      created_at: created + 4,
      expires_at: null,
    });
  });

  it.each([
    {
      endpoint: '/v1/chat/completions',
      body: { model, messages: [{ role: 'user', content: 'hi' }], input: undefined },
      object: 'chat.completion',
    },
    { endpoint: '/v1/embeddings', body: { model: 'text-embedding-3-small' }, object: 'list' },
  ])('asks $endpoint too', async ({ endpoint, body, object }) => {
    const { clock, sandbox } = await setUp();
    const id = await begun(sandbox, [request('a', body, { url: endpoint })], { endpoint });
    clock.advance(10_000);
    const { output_file_id, usage } = await look(sandbox, id);
    const [line] = await linesOf(sandbox, output_file_id);
    expect(line).toMatchObject({ response: { status_code: 200, body: { object } } });
    expect((usage as Json).input_tokens).toBeGreaterThan(0);
  });

  it('writes what is refused into a file of errors, and completes', async () => {
    const { clock, sandbox } = await setUp();
    const id = await begun(sandbox, [request('a', { temperature: 3 }), request('b')]);
    clock.advance(10_000);
    const batch = await look(sandbox, id);
    expect(batch).toMatchObject({
      status: 'completed',
      request_counts: { total: 2, completed: 1, failed: 1 },
    });
    expect(await linesOf(sandbox, batch.output_file_id)).toMatchObject([{ custom_id: 'b' }]);
    expect(await linesOf(sandbox, batch.error_file_id)).toMatchObject([
      {
        custom_id: 'a',
        response: { status_code: 400, body: { error: { code: 'decimal_above_max_value' } } },
        error: null,
      },
    ]);
  });

  it('has no file of answers when all is refused', async () => {
    const { clock, sandbox } = await setUp();
    const id = await begun(sandbox, [request('a', { temperature: 3 })]);
    clock.advance(10_000);
    expect(await look(sandbox, id)).toMatchObject({ status: 'completed', output_file_id: null });
  });

  it('can go on with a stored conversation, and what it answers is stored', async () => {
    const { clock, sandbox } = await setUp();
    const { body: before } = await post(sandbox, '/v1/responses', { model, input: 'hi' });
    const id = await begun(sandbox, [request('a', { previous_response_id: before.id })]);
    clock.advance(10_000);
    const { output_file_id } = await look(sandbox, id);
    const [line = {}] = await linesOf(sandbox, output_file_id);
    const { body } = line.response as { body: Json };
    expect((await get(sandbox, `/v1/responses/${body.id}`)).status).toBe(200);
  });

  it('waits for no answer, counts against no limit, and no fault strikes it', async () => {
    const { clock, sandbox } = await setUp({
      limits: { rpm: 1, tpm: null },
      faults: parseFailScript('500'),
    });
    const id = await begun(sandbox, [request('a'), request('b')]);
    clock.advance(4000);
    expect(await look(sandbox, id)).toMatchObject({ request_counts: { completed: 2 } });
    expect(clock.slept).toEqual([]);
    const own = () => post(sandbox, '/v1/responses', { model, input: 'hi' });
    expect((await own()).status).toBe(500);
    expect((await own()).status).toBe(200);
  });

  it('keeps its files for as long as is asked', async () => {
    const { clock, sandbox } = await setUp();
    const output_expires_after = { anchor: 'created_at', seconds: 3600 };
    const id = await begun(sandbox, [request('a')], { output_expires_after });
    clock.advance(10_000);
    const { output_file_id } = await look(sandbox, id);
    const { body } = await get(sandbox, `/v1/files/${output_file_id}`);
    expect(body.expires_at).toBe(created + 3 + 3600);
    clock.advance(3_600_000);
    expect((await get(sandbox, `/v1/files/${output_file_id}`)).status).toBe(404);
  });

  it('is not harmed when its file is deleted', async () => {
    const { clock, sandbox } = await setUp();
    const file = await upload(sandbox, [request('a'), request('b')]);
    const { body } = await create(sandbox, file);
    await get(sandbox, `/v1/files/${file}`, 'DELETE');
    clock.advance(2000);
    expect(await look(sandbox, String(body.id))).toMatchObject({ status: 'in_progress' });
    clock.advance(10_000);
    expect(await look(sandbox, String(body.id))).toMatchObject({
      status: 'completed',
      request_counts: { completed: 2 },
    });
  });

  it('answers each request once, however many look at the same time', async () => {
    const { clock, sandbox } = await setUp();
    const id = await begun(
      sandbox,
      ['a', 'b', 'c', 'd'].map((name) => request(name)),
    );
    clock.advance(10_000);
    const looks = await Promise.all(Array.from({ length: 5 }, () => look(sandbox, id)));
    const counts = looks.map(({ request_counts }) => (request_counts as Json).completed);
    expect(counts).toEqual([4, 4, 4, 4, 4]);
    expect(await linesOf(sandbox, looks[0]?.output_file_id)).toHaveLength(4);
  });

  it('can be watched and cancelled also without latency', async () => {
    const { clock, sandbox } = await setUp({ latency: 'none' });
    const id = await begun(sandbox, [request('a')]);
    expect(await look(sandbox, id)).toMatchObject({ status: 'validating' });
    clock.advance(300);
    expect(await look(sandbox, id)).toMatchObject({ status: 'completed' });
  });

  it.each([
    ['GET', '/v1/batches/batch_x'],
    ['POST', '/v1/batches/batch_x/cancel'],
  ])('that is not there is a 404: %s %s', async (method, path) => {
    const { status, body } = await get((await setUp()).sandbox, path, method);
    expect(status).toBe(404);
    expect(body.error).toEqual({
      message: "No batch found with id 'batch_x'.",
      type: 'invalid_request_error',
      param: null,
      code: null,
    });
  });
});

describe('A cancelled batch', () => {
  it('keeps what was answered, and tells of the rest', async () => {
    const { clock, sandbox } = await setUp();
    const id = await begun(
      sandbox,
      ['a', 'b', 'c', 'd'].map((name) => request(name)),
    );
    clock.advance(3000);
    const { status, body } = await cancel(sandbox, id);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'cancelling',
      cancelling_at: created + 3,
      output_file_id: null,
      request_counts: { total: 4, completed: 2 },
    });
    clock.advance(5000);
    const ended = await look(sandbox, id);
    expect(ended).toMatchObject({
      status: 'cancelled',
      cancelled_at: created + 4,
      finalizing_at: null,
      request_counts: { total: 4, completed: 2, failed: 0 },
    });
    const answered = await linesOf(sandbox, ended.output_file_id);
    expect(answered.map(({ custom_id }) => custom_id)).toEqual(['a', 'b']);
    const { error_file_id } = ended;
    expect(await linesOf(sandbox, error_file_id)).toEqual(
      ['c', 'd'].map((custom_id) => ({
        id: expect.stringMatching(/^batch_req_/),
        custom_id,
        response: null,
        error: {
          code: 'batch_cancelled',
          message: 'This request was not executed because the batch was cancelled.',
        },
      })),
    );
  });

  it('has no files when it was cancelled before it began', async () => {
    const { clock, sandbox } = await setUp();
    const id = await begun(sandbox, [request('a')]);
    expect((await cancel(sandbox, id)).body.status).toBe('cancelling');
    clock.advance(1000);
    expect(await look(sandbox, id)).toMatchObject({
      status: 'cancelled',
      in_progress_at: null,
      output_file_id: null,
      error_file_id: null,
    });
  });

  it('can be cancelled again, which changes nothing', async () => {
    const { clock, sandbox } = await setUp();
    const id = await begun(sandbox, [request('a')]);
    const first = await cancel(sandbox, id);
    clock.advance(500);
    expect((await cancel(sandbox, id)).body).toEqual(first.body);
    clock.advance(500);
    expect((await cancel(sandbox, id)).body).toMatchObject({ status: 'cancelled' });
  });

  it.each([
    ['completed', request('a')],
    ['failed', { custom_id: 'a' }],
  ])('cannot be one that is %s', async (status, line) => {
    const { clock, sandbox } = await setUp();
    const id = await begun(sandbox, [line as Json]);
    clock.advance(10_000);
    const refused = await cancel(sandbox, id);
    expect(refused.status).toBe(409);
    expect(refused.body.error).toEqual({
      message: `Cannot cancel a batch with status '${status}'.`,
      type: 'invalid_request_error',
      param: null,
      code: null,
    });
  });
});

describe('A batch fails', () => {
  const other = (changes: Json) => request('a', {}, changes);

  it.each([
    {
      lines: [request('a'), '{invalid'],
      error: ['invalid_json_line', 'This line is not parseable as valid JSON.', null, 2],
    },
    {
      lines: [request('a'), '', '[1]'],
      error: ['invalid_json_line', 'This line is not parseable as valid JSON.', null, 3],
    },
    ...['custom_id', 'method', 'url', 'body'].map((name) => ({
      lines: [other({ [name]: undefined })],
      error: ['missing_required_parameter', `Missing required parameter: '${name}'.`, name, 1],
    })),
    {
      lines: [other({ custom_id: 7 })],
      error: [
        'invalid_type',
        "Invalid type for 'custom_id': expected a string, but got an integer instead.",
        'custom_id',
        1,
      ],
    },
    {
      lines: [other({ method: 'GET' })],
      error: ['invalid_value', "Invalid value: 'GET'. Supported values are: 'POST'.", 'method', 1],
    },
    {
      lines: [other({ url: '/v1/embeddings' })],
      error: [
        'invalid_url',
        'The URL provided for this request does not match the batch endpoint.',
        'url',
        1,
      ],
    },
    {
      lines: [other({ body: 'hi' })],
      error: [
        'invalid_type',
        "Invalid type for 'body': expected an object, but got a string instead.",
        'body',
        1,
      ],
    },
    {
      lines: [request('a', { model: undefined })],
      error: ['invalid_request', 'Model parameter is required.', 'body.model', 1],
    },
    {
      lines: [request('a', { model: 'nonexistent-model-xyz' })],
      error: [
        'model_not_found',
        "The provided model 'nonexistent-model-xyz' is not supported by the Batch API.",
        'body.model',
        1,
      ],
    },
    {
      lines: [request('a'), request('b', { model: 'gpt-4o' })],
      error: [
        'mismatched_model',
        "The model 'gpt-4o' for this request does not match the rest of the batch. Each batch must contain requests for a single model.",
        'body.model',
        2,
      ],
    },
    {
      lines: [request('a'), request('a')],
      error: [
        'duplicate_custom_id',
        "The custom_id 'a' for this request is a duplicate of another request. The custom_id parameter must be unique for each request in a batch.",
        'custom_id',
        2,
      ],
    },
    {
      lines: [request('a', { stream: true })],
      error: [
        'streaming_unsupported',
        'Responses: Streaming is not supported in the Batch API.',
        'body.stream',
        1,
      ],
    },
  ])('for $error.1', async ({ lines, error: [code, message, param, line] }) => {
    const { clock, sandbox } = await setUp();
    const id = await begun(sandbox, lines);
    clock.advance(10_000);
    expect(await look(sandbox, id)).toMatchObject({
      status: 'failed',
      failed_at: created + 1,
      in_progress_at: null,
      output_file_id: null,
      error_file_id: null,
      errors: { object: 'list', data: [{ code, message, param, line }] },
      request_counts: { total: 0, completed: 0, failed: 0 },
    });
  });

  const endpoint = '/v1/chat/completions';
  it.each([
    [endpoint, 'messages', 'Messages parameter is required.'],
    ['/v1/embeddings', 'input', 'Input parameter is required.'],
  ])('at %s for a request without %s', async (url, name, message) => {
    const { clock, sandbox } = await setUp();
    const id = await begun(sandbox, [request('a', { input: undefined }, { url })], {
      endpoint: url,
    });
    clock.advance(1000);
    const errors = { data: [{ code: 'invalid_request', message, param: `body.${name}`, line: 1 }] };
    expect(await look(sandbox, id)).toMatchObject({ errors });
  });

  it('for all mistakes together, a hundred at most', async () => {
    const { clock, sandbox } = await setUp();
    const id = await begun(sandbox, [request('a'), ...Array(300).fill('{invalid')]);
    clock.advance(1000);
    const { errors } = await look(sandbox, id);
    const lines = ((errors as Json).data as Json[]).map(({ line }) => line);
    expect(lines).toEqual(Array.from({ length: 100 }, (_, index) => index + 2));
  });

  it('for more than 50,000 requests, or inputs to embed', async () => {
    const { clock, sandbox } = await setUp();
    const many = Array.from({ length: 50_001 }, (_, index) => request(String(index)));
    const embed = request(
      'a',
      { model: 'text-embedding-3-small', input: Array(50_001).fill('a') },
      { url: '/v1/embeddings' },
    );
    const ids = [
      await begun(sandbox, many),
      await begun(sandbox, [embed], { endpoint: '/v1/embeddings' }),
    ];
    clock.advance(1000);
    for (const id of ids) {
      expect(await look(sandbox, id)).toMatchObject({
        status: 'failed',
        errors: { data: [{ code: 'too_many_tasks', line: null }] },
      });
    }
  });

  it('without a file, or with one for something else', async () => {
    const { clock, sandbox } = await setUp();
    const gone = await create(sandbox, 'file-x');
    const wrong = await create(sandbox, await upload(sandbox, [request('a')], 'user_data'));
    clock.advance(1000);
    expect(await look(sandbox, String(gone.body.id))).toMatchObject({
      status: 'failed',
      errors: {
        data: [
          {
            code: 'invalid_request',
            message:
              'Cannot find file file-x, or organization org-sandbox does not have access to it.',
            param: 'file_id',
            line: null,
          },
        ],
      },
    });
    expect(await look(sandbox, String(wrong.body.id))).toMatchObject({
      status: 'failed',
      errors: { data: [{ code: 'invalid_request', param: 'file_id' }] },
    });
  });
});

describe('GET /v1/batches', () => {
  it('lists the newest first, as they stand now', async () => {
    const { clock, sandbox } = await setUp();
    const ids: string[] = [];
    for (const name of ['a', 'b', 'c']) ids.unshift(await begun(sandbox, [request(name)]));
    clock.advance(10_000);
    const { body } = await get(sandbox, '/v1/batches?limit=2');
    expect(body).toMatchObject({
      object: 'list',
      data: [
        { id: ids[0], status: 'completed' },
        { id: ids[1], status: 'completed' },
      ],
      first_id: ids[0],
      last_id: ids[1],
      has_more: true,
    });
    const rest = await get(sandbox, `/v1/batches?after=${ids[1]}`);
    expect(rest.body).toMatchObject({ data: [{ id: ids[2] }], has_more: false });
  });

  it.each(['limit=0', 'limit=101', 'after=batch_x'])('refuses ?%s', async (query) => {
    expect((await get((await setUp()).sandbox, `/v1/batches?${query}`)).status).toBe(400);
  });
});

describe('The official SDK', () => {
  it('runs a batch from the file to the answers', async () => {
    const { clock, sandbox } = await setUp();
    const { files, batches } = sdkClient(sandbox);
    const file = await files.create({
      file: await toFile(Buffer.from(JSON.stringify(request('a'))), 'requests.jsonl'),
      purpose: 'batch',
    });
    const { id, status } = await batches.create({
      input_file_id: file.id,
      endpoint: '/v1/responses',
      completion_window: '24h',
    });
    expect(status).toBe('validating');
    clock.advance(10_000);
    const { output_file_id } = await batches.retrieve(id);
    const content = await files.content(output_file_id ?? '');
    expect(JSON.parse(await content.text())).toMatchObject({ custom_id: 'a' });
    const failure = await failureOf(batches.cancel(id));
    expect(failure).toBeInstanceOf(OpenAI.ConflictError);
  });

  it('pages through batches and cancels one', async () => {
    const { sandbox } = await setUp();
    const ids: string[] = [];
    for (const name of ['a', 'b', 'c']) ids.unshift(await begun(sandbox, [request(name)]));
    const { batches } = sdkClient(sandbox);
    const listed: string[] = [];
    for await (const { id } of batches.list({ limit: 1 })) listed.push(id);
    expect(listed).toEqual(ids);
    expect((await batches.cancel(ids[0] ?? '')).status).toBe('cancelling');
  });
});
