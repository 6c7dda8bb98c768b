import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import OpenAI, { toFile } from 'openai';
import { afterEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/app.ts';
import { serve } from '../../src/sandbox/server.ts';
import {
  type Called,
  get,
  type Json,
  noon,
  sandboxRequest,
  simulatedClock,
  testSandbox,
} from './sandbox-under-test.ts';
import { failureOf, sdkClient } from './sdk-client.ts';

type Parts = Readonly<Record<string, string | File>>;

const line = '{"custom_id":"a"}\n';
const jsonl = (content: string | Uint8Array<ArrayBuffer> = line, name = 'in.jsonl') =>
  new File([content], name);

async function upload(sandbox: Sandbox, parts: Parts): Promise<Called> {
  const body = new FormData();
  for (const [name, value] of Object.entries(parts)) body.append(name, value);
  const headers = { authorization: 'Bearer sk-sandbox' };
  const request = new Request('http://sandbox/v1/files', { method: 'POST', headers, body });
  return called(await sandbox.fetch(request));
}

async function called(response: Response): Promise<Called> {
  const { status, headers } = response;
  return { status, headers, body: (await response.json()) as Json };
}

async function uploaded(sandbox: Sandbox, parts: Parts = {}): Promise<string> {
  const { status, body } = await upload(sandbox, { purpose: 'batch', file: jsonl(), ...parts });
  expect(status).toBe(200);
  return String(body.id);
}

const refusal = (message: string, details: Json = {}) => ({
  error: { message, type: 'invalid_request_error', param: null, code: null, ...details },
});

describe('POST /v1/files', () => {
  it('keeps a file for 30 days when it is for a batch', async () => {
    const { body } = await upload(await testSandbox(), { purpose: 'batch', file: jsonl() });
    expect(body).toEqual({
      object: 'file',
      id: expect.stringMatching(/^file-[A-Za-z0-9]{22}$/),
      purpose: 'batch',
      filename: 'in.jsonl',
      bytes: line.length,
      created_at: noon / 1000,
      expires_at: noon / 1000 + 30 * 86_400,
      status: 'processed',
      status_details: null,
    });
  });

  it('keeps others until they are deleted, or as long as is asked', async () => {
    const sandbox = await testSandbox();
    const file = new File(['x'], 'x.txt');
    const kept = await upload(sandbox, { purpose: 'user_data', file });
    expect(kept.body.expires_at).toBeNull();
    const expiring = await upload(sandbox, {
      purpose: 'user_data',
      file,
      'expires_after[anchor]': 'created_at',
      'expires_after[seconds]': '3600',
    });
    expect(expiring.body.expires_at).toBe(noon / 1000 + 3600);
  });

  it('gives each file an id of its own, the same ones under the same seed', async () => {
    const ids = async () => {
      const sandbox = await testSandbox();
      return [await uploaded(sandbox), await uploaded(sandbox)];
    };
    const [first, second] = await ids();
    expect(first).not.toBe(second);
    expect(await ids()).toEqual([first, second]);
  });

  it('takes the parts in any order, and any name and content', async () => {
    const sandbox = await testSandbox();
    const content = Uint8Array.from({ length: 1000 }, (_, index) => index % 256);
    const file = new File([content], 'naïve "数" ☂.bin');
    const { body } = await upload(sandbox, { file, purpose: 'evals' });
    expect(body.filename).toBe('naïve "数" ☂.bin');
    const response = await sandbox.fetch(
      sandboxRequest(`/v1/files/${body.id}/content`, { method: 'GET' }),
    );
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(content);
  });

  it.each([
    { parts: { file: jsonl() }, message: "'purpose' is a required property" },
    { parts: { purpose: 'batch' }, message: "'file' is a required property" },
    { parts: { purpose: 'batch', file: 'text' }, message: "'file' is a required property" },
    {
      parts: { purpose: 'vector_store', file: jsonl() },
      message:
        "'vector_store' is not one of ['fine-tune', 'assistants', 'batch', 'user_data', 'vision', 'evals'] - 'purpose'",
      details: { param: 'purpose' },
    },
    {
      parts: { purpose: 'batch', file: jsonl(line, 'in.txt') },
      message: 'Invalid file format for Batch API. Must be .jsonl',
    },
    {
      parts: { purpose: 'batch', file: jsonl('') },
      message: 'Invalid file format for Batch API. Must be .jsonl',
    },
    {
      parts: { purpose: 'batch', file: jsonl('{malformed') },
      message: 'Invalid file format for Batch API. Must be .jsonl',
    },
    {
      parts: { purpose: 'batch', file: jsonl(`\ufeff${line}`) },
      message: 'Invalid file format for Batch API. Must be .jsonl',
    },
    {
      parts: { purpose: 'batch', file: jsonl(Uint8Array.of(0xff, 0xfe, 0x7b)) },
      message: 'Invalid file for Batch API. Must be utf-8 encoded',
    },
    {
      parts: { purpose: 'batch', file: jsonl(), 'expires_after[seconds]': '3600' },
      message: "Missing required parameter: 'expires_after.anchor'.",
      details: { param: 'expires_after.anchor', code: 'missing_required_parameter' },
    },
    {
      parts: {
        purpose: 'batch',
        file: jsonl(),
        'expires_after[anchor]': 'created_at',
        'expires_after[seconds]': '60',
      },
      message:
        "Invalid 'expires_after.seconds': integer below minimum value. Expected a value >= 3600, but got 60 instead.",
      details: { param: 'expires_after.seconds', code: 'integer_below_min_value' },
    },
    {
      parts: {
        purpose: 'batch',
        file: jsonl(),
        'expires_after[anchor]': 'last_used_at',
        'expires_after[seconds]': 'soon',
      },
      message: "Invalid value: 'last_used_at'. Supported values are: 'created_at'.",
      details: { param: 'expires_after.anchor', code: 'invalid_value' },
    },
  ])('refuses what is wrong: $message', async ({ parts, message, details }) => {
    const { status, body } = await upload(await testSandbox(), parts as unknown as Parts);
    expect(status).toBe(400);
    expect(body).toEqual(refusal(message, details));
  });

  it.each([
    ['application/json', "Unsupported content type: 'application/json'. This API method only"],
    ['multipart/form-data', 'Could not parse multipart form'],
    ['multipart/form-data; boundary=other', 'Could not parse multipart form'],
  ])('refuses a body of type %s that is no form', async (type, message) => {
    const headers = { 'content-type': type };
    const request = sandboxRequest('/v1/files', { body: '{"purpose":"batch"}', headers });
    const { status, body } = await called(await (await testSandbox()).fetch(request));
    expect(status).toBe(400);
    expect((body.error as Json).message).toMatch(message);
  });

  it('takes 25 MiB, and more only for a batch', async () => {
    const sandbox = await testSandbox();
    const large = new Uint8Array(26 * 1024 * 1024).fill(32);
    const largeFile = new File([line, large], 'in.jsonl');
    const refused = await upload(sandbox, { purpose: 'user_data', file: largeFile });
    expect(refused.status).toBe(413);
    expect((refused.body.error as Json).message).toBe(
      `Maximum content size limit (26214400) exceeded (${largeFile.size} bytes read)`,
    );
    expect((await upload(sandbox, { purpose: 'batch', file: largeFile })).status).toBe(200);
  });

  it('reads no more than a batch may have, whatever length is announced', async () => {
    const sandbox = await testSandbox();
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    const headers = {
      authorization: 'Bearer sk-sandbox',
      'content-type': 'multipart/form-data; boundary=x',
    };
    const request = new Request('http://sandbox/v1/files', {
      method: 'POST',
      headers,
      body: endless,
      duplex: 'half',
    } as RequestInit);
    expect((await sandbox.fetch(request)).status).toBe(413);
    expect(sent).toBeLessThan(205);
  });
});

describe('GET /v1/files', () => {
  it('lists the newest first, by purpose, order and page', async () => {
    const sandbox = await testSandbox();
    const ids: string[] = [];
    for (const purpose of ['batch', 'evals', 'batch']) {
      ids.push(await uploaded(sandbox, { purpose }));
    }
    const listed = async (query = '') => {
      const { body } = await get(sandbox, `/v1/files${query}`);
      return (body.data as { id: string }[]).map(({ id }) => ids.indexOf(id));
    };
    expect(await listed()).toEqual([2, 1, 0]);
    expect(await listed('?order=asc')).toEqual([0, 1, 2]);
    expect(await listed('?purpose=batch')).toEqual([2, 0]);
    expect(await listed('?limit=1')).toEqual([2]);
    expect(await listed(`?limit=1&after=${ids[2]}`)).toEqual([1]);
    expect((await get(sandbox, `/v1/files?limit=2&after=${ids[2]}`)).body).toMatchObject({
      object: 'list',
      first_id: ids[1],
      last_id: ids[0],
      has_more: false,
    });
  });

  it.each([
    ['limit=0', 'limit'],
    ['limit=10001', 'limit'],
    ['limit=many', 'limit'],
    ['order=up', 'order'],
    ['after=file-x', 'after'],
  ])('refuses ?%s', async (query, param) => {
    const { status, body } = await get(await testSandbox(), `/v1/files?${query}`);
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ type: 'invalid_request_error', param });
  });
});

describe('A file', () => {
  it('is described, given back and deleted', async () => {
    const sandbox = await testSandbox();
    const id = await uploaded(sandbox);
    expect((await get(sandbox, `/v1/files/${id}`)).body).toMatchObject({ id, bytes: line.length });
    const request = sandboxRequest(`/v1/files/${id}/content`, { method: 'GET' });
    const content = await sandbox.fetch(request);
    expect(content.headers.get('content-type')).toBe('application/octet-stream');
    expect(content.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''in.jsonl",
    );
    expect(await content.text()).toBe(line);
    const deleted = await get(sandbox, `/v1/files/${id}`, 'DELETE');
    expect(deleted.body).toEqual({ object: 'file', id, deleted: true });
  });

  it.each([
    ['GET', '/v1/files/file-x'],
    ['GET', '/v1/files/file-x/content'],
    ['DELETE', '/v1/files/file-x'],
  ])('that is not there is a 404: %s %s', async (method, path) => {
    const { status, body } = await get(await testSandbox(), path, method);
    expect(status).toBe(404);
    expect(body).toEqual(refusal('No such File object: file-x', { param: 'id' }));
  });

  it('that was uploaded for a model to read is not given back', async () => {
    const sandbox = await testSandbox();
    const id = await uploaded(sandbox, { purpose: 'user_data' });
    const { status, body } = await get(sandbox, `/v1/files/${id}/content`);
    expect(status).toBe(400);
    expect(body).toEqual(refusal('Not allowed to download files of purpose: user_data'));
  });

  it('is gone when its time is over', async () => {
    const clock = simulatedClock();
    const sandbox = await testSandbox({ clock });
    const id = await uploaded(sandbox);
    clock.advance(30 * 86_400_000 - 1);
    expect((await get(sandbox, `/v1/files/${id}`)).status).toBe(200);
    clock.advance(1);
    expect((await get(sandbox, `/v1/files/${id}`)).status).toBe(404);
    expect((await get(sandbox, '/v1/files')).body).toMatchObject({ data: [], has_more: false });
  });
});

describe('The official SDK', () => {
  const closing: (() => Promise<void> | void)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  it('uploads, pages, downloads and deletes', async () => {
    const { files } = sdkClient(await testSandbox());
    const ids: string[] = [];
    for (const name of ['a', 'b', 'c']) {
      const file = await toFile(Buffer.from(`{"${name}":1}\n`), `${name}.jsonl`);
      ids.unshift((await files.create({ file, purpose: 'batch' })).id);
    }
    const listed: string[] = [];
    for await (const { id } of files.list({ limit: 2 })) listed.push(id);
    expect(listed).toEqual(ids);
    expect(await (await files.content(ids[0] ?? '')).text()).toBe('{"c":1}\n');
    expect(await files.delete(ids[0] ?? '')).toMatchObject({ deleted: true });
    expect(await failureOf(files.retrieve(ids[0] ?? ''))).toBeInstanceOf(OpenAI.NotFoundError);
  });

  it('uploads a file from the disk over loopback, with an expiry', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'course-files-'));
    closing.push(() => rmSync(folder, { recursive: true }));
    const path = join(folder, 'requests.jsonl');
    writeFileSync(path, line.repeat(10_000));
    const server = await serve(await testSandbox(), { port: 0 });
    closing.push(server.close);
    const { files } = new OpenAI({ apiKey: 'sk-sandbox', baseURL: server.url, maxRetries: 0 });
    const { bytes, filename, expires_at, id } = await files.create({
      file: createReadStream(path),
      purpose: 'batch',
      expires_after: { anchor: 'created_at', seconds: 7200 },
    });
    expect({ bytes, filename }).toEqual({
      bytes: 10_000 * line.length,
      filename: 'requests.jsonl',
    });
    expect(expires_at).toBe(noon / 1000 + 7200);
    expect(await (await files.content(id)).text()).toBe(line.repeat(10_000));
  });
});
