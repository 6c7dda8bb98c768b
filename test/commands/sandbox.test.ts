import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import OpenAI from 'openai';
import { describe, expect, it } from 'vitest';
import { binPath, runChild } from '../helpers/child.ts';
import { bareEnv, runCourse } from '../helpers/course.ts';
import { json, startLoopback } from '../helpers/loopback.ts';
import { projectFolder } from '../helpers/program.ts';

/** Starts `course sandbox --port 0 …` as a real process. */
function startSandbox(...flags: string[]) {
  const child = spawn(process.execPath, [binPath, 'sandbox', '--port', '0', ...flags], {
    env: { PATH: process.env.PATH, ...bareEnv() },
  });
  let out = '';
  let err = '';
  let wake = () => {};
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text;
    wake();
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text;
    wake();
  });
  const ended = once(child, 'close');
  return {
    err: () => err,
    out: () => out,
    /** What the pattern finds in what is written, as soon as it is there. */
    finds: async (pattern: RegExp) => {
      for (;;) {
        const found = pattern.exec(out + err);
        if (found) return found[0];
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    stop: async (signal: 'SIGINT' | 'SIGTERM') => {
      child.kill(signal);
      const [exitCode] = await ended;
      return exitCode;
    },
  };
}

// Processes on a busy machine take their time.
describe('course sandbox', { timeout: 60_000 }, () => {
  it('says as JSON where it listens, answers there, and stops on Ctrl-C', async () => {
    const sandbox = startSandbox('--json', '--latency', 'none', '--fail', '503,ok');
    const line = JSON.parse(await sandbox.finds(/^\{.*\}$/m));
    expect(line).toStrictEqual({
      type: 'sandbox',
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/v1$/),
      api_key: 'sk-sandbox',
    });
    const client = new OpenAI({ baseURL: line.url, apiKey: line.api_key, maxRetries: 0 });
    const ask = () => client.responses.create({ model: 'gpt-4o-mini', input: 'Hello' });
    await expect(ask()).rejects.toMatchObject({ status: 503 });
    expect((await ask()).output_text).not.toBe('');
    await expect(client.withOptions({ apiKey: 'sk-wrong' }).models.list()).rejects.toMatchObject({
      status: 401,
    });
    await sandbox.finds(/POST \/v1\/responses {2}200 {2}\d+ tokens in, \d+ out {2}/);
    expect(await sandbox.stop('SIGINT')).toBe(130);
    expect(sandbox.err()).toMatch(/POST \/v1\/responses {2}503 .* req_[\da-f]{32}/);
    expect(sandbox.err()).not.toMatch(/^\s+at /m);
  });

  it('tells whoever sends a wrong key what key will do, once', async () => {
    const sandbox = startSandbox('--json');
    const { url } = JSON.parse(await sandbox.finds(/^\{.*\}$/m));
    const headers = { authorization: 'Bearer x' };
    for (const path of ['models', 'models', 'files']) {
      expect((await fetch(`${url}/${path}`, { headers })).status).toBe(401);
    }
    await sandbox.finds(/GET \/v1\/files {2}401/);
    expect(sandbox.err().match(/Any key that begins with sk-/g)).toHaveLength(1);
    await sandbox.stop('SIGTERM');
  });

  it('shows programs that fit 80 columns and run as they are pasted', async () => {
    const sandbox = startSandbox('--latency', 'none');
    await sandbox.finds(/Ctrl-C stops it/);
    const welcome = sandbox.out();
    expect(welcome.split('\n').filter((line) => line.length > 80)).toEqual([]);
    const [, environment = '', node = '', , shell = ''] = welcome.split(/^\S.*:\n\n/m);
    const folder = projectFolder();
    writeFileSync(join(folder, 'ask.mjs'), node);
    const pasted = `${environment}\nset -e\nnode ask.mjs\n${shell.split('\n\n')[0]}`;
    const { exitCode, out, err } = await runChild('sh', ['-c', pasted], { cwd: folder });
    expect(exitCode, err).toBe(0);
    expect(out).toMatch(/^\S.*\n[\s\S]*"status": ?"completed"/);
    await sandbox.stop('SIGTERM');
  });

  it('tells people how to use it from Node, Python and a shell, and ends well on SIGTERM', async () => {
    const sandbox = startSandbox('--latency', 'none');
    const url = await sandbox.finds(/http:\/\/127\.0\.0\.1:\d+\/v1/);
    await sandbox.finds(/Ctrl-C stops it/);
    for (const text of [
      `export OPENAI_BASE_URL=${url}`,
      'new OpenAI()',
      'from openai import OpenAI',
      'curl "$OPENAI_BASE_URL',
    ]) {
      expect(sandbox.out()).toContain(text);
    }
    expect(await sandbox.stop('SIGTERM')).toBe(143);
    expect(sandbox.err()).toContain('The sandbox has stopped.');
  });
});

describe('course sandbox --host', () => {
  it('is this machine, and nothing else', async () => {
    const { exitCode, err } = await runCourse(['sandbox', '--host', '0.0.0.0']);
    expect(exitCode).toBe(2);
    expect(err).toContain('The sandbox listens on 127.0.0.1 only, never on 0.0.0.0');
  });
});

describe('course sandbox on a port that is taken', () => {
  it('says so, and by whom', async () => {
    await using server = await startLoopback(json({}));
    const port = new URL(server.baseUrl).port;
    const { exitCode, err, out } = await runCourse(['sandbox', '--port', port]);
    expect(exitCode).toBe(1);
    expect(out).toBe('');
    expect(err).toContain(`Port ${port} is taken by another program.`);
    expect(err).toContain('--port 0 picks a free one');
  });
});
