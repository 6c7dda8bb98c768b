import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import {
  chooseTarget,
  describeTarget,
  isOfficial,
  type ProviderChoice,
  readSurroundings,
} from '../src/config.ts';
import type { Environment } from '../src/context.ts';
import { CourseError } from '../src/errors.ts';
import { scratchFolder } from './helpers/course.ts';

const key = 'sk-proj-0123456789abcdefwxyz';
const masked = 'sk-…wxyz';

interface Setting {
  readonly env?: Environment;
  /** Text of the current folder's `.env`, and of the checkout's. */
  readonly here?: string;
  readonly checkout?: string;
}

function folderWith(file: string | undefined): string {
  const folder = scratchFolder();
  if (file !== undefined) writeFileSync(join(folder, '.env'), file);
  return folder;
}

async function surroundingsOf({ env = {}, here, checkout }: Setting) {
  const [cwd, packageRoot] = [folderWith(here), folderWith(checkout)];
  return { cwd, packageRoot, read: await readSurroundings({ env, cwd, packageRoot }) };
}

async function targetOf(
  setting: Setting,
  flags: { readonly provider?: ProviderChoice; readonly baseUrl?: string } = {},
) {
  const { cwd, packageRoot, read } = await surroundingsOf(setting);
  return { cwd, packageRoot, target: chooseTarget(read, flags) };
}

async function failureOf(work: Promise<unknown>): Promise<CourseError> {
  const thrown = await work.then(
    () => expect.unreachable('It should have failed.'),
    (error: unknown) => error,
  );
  if (thrown instanceof CourseError) return thrown;
  throw thrown;
}

describe('The provider', () => {
  const official = 'https://api.openai.com/v1';
  const elsewhere = 'https://gateway.example/v1';
  const local = 'http://127.0.0.1:11434/v1';

  it.each<[string, ProviderChoice | undefined, Setting, string | undefined, string]>([
    ['nothing set', 'auto', {}, undefined, 'sandbox'],
    ['nothing set and no flag', undefined, {}, undefined, 'sandbox'],
    ['a key in the environment', 'auto', { env: { OPENAI_API_KEY: key } }, undefined, official],
    ['a key in .env', 'auto', { here: `OPENAI_API_KEY=${key}` }, undefined, official],
    [
      'a key in the checkout’s .env',
      'auto',
      { checkout: `OPENAI_API_KEY=${key}` },
      undefined,
      official,
    ],
    [
      'an empty key in the environment',
      'auto',
      { env: { OPENAI_API_KEY: '' } },
      undefined,
      'sandbox',
    ],
    [
      'an empty key in the environment over one in .env',
      'auto',
      { env: { OPENAI_API_KEY: ' ' }, here: `OPENAI_API_KEY=${key}` },
      undefined,
      'sandbox',
    ],
    ['an empty line in .env', 'auto', { here: 'OPENAI_API_KEY=' }, undefined, 'sandbox'],
    [
      'a local base URL in the environment',
      'auto',
      { env: { OPENAI_BASE_URL: local } },
      undefined,
      local,
    ],
    ['a local base URL in .env', 'auto', { here: `OPENAI_BASE_URL=${local}` }, undefined, local],
    ['a local --base-url', 'auto', {}, local, local],
    [
      '--base-url over the environment',
      'auto',
      { env: { OPENAI_BASE_URL: elsewhere } },
      local,
      local,
    ],
    [
      'a key and a base URL',
      'auto',
      { env: { OPENAI_API_KEY: key, OPENAI_BASE_URL: elsewhere } },
      undefined,
      elsewhere,
    ],
    ['a key', 'openai', { env: { OPENAI_API_KEY: key } }, undefined, official],
    ['no key, but a server on this machine', 'openai', {}, local, local],
    ['a key and a base URL', 'sandbox', { env: { OPENAI_API_KEY: key } }, elsewhere, 'sandbox'],
  ])('with %s and %s goes to the right place', async (_, provider, setting, baseUrl, expected) => {
    const flags = { ...(provider && { provider }), ...(baseUrl !== undefined && { baseUrl }) };
    const { target } = await targetOf(setting, flags);
    expect(target.baseUrl?.value ?? target.provider).toBe(expected);
    expect(target.provider).toBe(expected === 'sandbox' ? 'sandbox' : 'openai');
  });

  it.each<[string, Setting, { provider?: ProviderChoice; baseUrl?: string }]>([
    ['--provider openai', {}, { provider: 'openai' }],
    ['a base URL elsewhere', { env: { OPENAI_BASE_URL: elsewhere } }, {}],
    ['a host that only looks local', {}, { baseUrl: 'http://127.0.0.1.example.com/v1' }],
    ['an emptied key', { env: { OPENAI_API_KEY: '' } }, { provider: 'openai' }],
  ])('needs a key with %s', async (_, setting, flags) => {
    const failure = await failureOf(targetOf(setting, flags));
    expect(failure).toMatchObject({ code: 'missing_key', exitCode: 2 });
    expect(failure.message).toContain('needs a key, and there is none');
    expect(failure.advice).toContain('OPENAI_API_KEY=sk-… into .env');
    expect(failure.advice).toContain('--provider sandbox');
  });

  it.each(['http://localhost:1234/v1', 'http://127.9.8.7/v1', 'http://[::1]:8080/v1'])(
    'needs no key for %s',
    async (baseUrl) => {
      const { target } = await targetOf({}, { baseUrl });
      expect(target.key).toBeNull();
      expect(describeTarget(target)).toBe(`${baseUrl} · no key`);
    },
  );

  it.each(['nonsense', 'ftp://example.com/v1', 'file:///etc/passwd', '', 'https://'])(
    'refuses the base URL "%s"',
    async (baseUrl) => {
      const failure = await failureOf(targetOf({}, { baseUrl }));
      expect(failure).toMatchObject({ code: 'invalid_value', exitCode: 2 });
      expect(failure.message).toContain('(--base-url) is not one');
      expect(failure.advice).toContain('http://127.0.0.1:11434/v1');
    },
  );

  it.each([
    'https://user:hunter2hunter2@example.com/v1',
    `https://${key}@example.com/v1`,
    key,
    `${key}/v1`,
  ])('does not repeat a secret from the unusable base URL of case %#', async (baseUrl) => {
    const failure = await failureOf(targetOf({}, { baseUrl }));
    expect(failure.code).toBe('invalid_value');
    expect(failure.message).not.toContain('hunter2');
    expect(failure.message).not.toContain(key);
  });

  it('drops slashes from the end of a base URL', async () => {
    const { target } = await targetOf({}, { baseUrl: `${local}//` });
    expect(target.baseUrl?.value).toBe(local);
  });

  it('carries organization and project to a real server, none to the sandbox', async () => {
    const env = { OPENAI_API_KEY: key, OPENAI_ORG_ID: 'org-1', OPENAI_PROJECT_ID: 'proj_1' };
    const real = await targetOf({ env });
    expect(real.target).toMatchObject({ organization: 'org-1', project: 'proj_1' });
    const sandbox = await targetOf({ env }, { provider: 'sandbox' });
    expect(sandbox.target).toMatchObject({ key: null, organization: null, project: null });
  });

  it('knows OpenAI’s own address from another server', async () => {
    const env = { OPENAI_API_KEY: key };
    expect(isOfficial((await targetOf({ env })).target)).toBe(true);
    expect(isOfficial((await targetOf({ env }, { baseUrl: elsewhere })).target)).toBe(false);
    expect(isOfficial((await targetOf({})).target)).toBe(false);
  });
});

describe('The line that says where requests go', () => {
  const env = { OPENAI_API_KEY: key };

  it.each<[string, Setting, string | undefined]>([
    ['sandbox (offline, simulated answers, nothing is billed)', {}, undefined],
    [`https://api.openai.com/v1 · key ${masked}`, { env }, undefined],
    [`https://gateway.example/v1 · key ${masked}`, { env }, 'https://gateway.example/v1'],
    [
      `http://gateway.example/v1 (not encrypted) · key ${masked}`,
      { env: { ...env, OPENAI_BASE_URL: 'http://gateway.example/v1' } },
      undefined,
    ],
    ['http://localhost:11434/v1 · no key', {}, 'http://localhost:11434/v1'],
  ])('is: %s', async (expected, setting, baseUrl) => {
    const { target } = await targetOf(setting, baseUrl === undefined ? {} : { baseUrl });
    expect(describeTarget(target)).toBe(expected);
  });

  it('names the .env that a base URL came from, so that it cannot lead a key away unnoticed', async () => {
    const here = 'OPENAI_BASE_URL=https://elsewhere.example/v1';
    const { target, cwd } = await targetOf({ env, here });
    expect(describeTarget(target)).toBe(
      `https://elsewhere.example/v1 (from ${cwd}/.env) · key ${masked}`,
    );
  });
});

describe('Settings', () => {
  it('are taken from the environment, then the folder’s .env, then the checkout’s', async () => {
    const { read, cwd, packageRoot } = await surroundingsOf({
      env: { OPENAI_MODEL: 'from-environment' },
      here: `OPENAI_MODEL=from-here\nOPENAI_BASE_URL=http://localhost:1/v1`,
      checkout: `OPENAI_MODEL=c\nOPENAI_BASE_URL=http://localhost:2/v1\nOPENAI_API_KEY=${key}`,
    });
    expect(read.model).toEqual({ value: 'from-environment', source: 'environment' });
    expect(read.baseUrl).toEqual({ value: 'http://localhost:1/v1', source: join(cwd, '.env') });
    expect(read.key?.source).toBe(join(packageRoot, '.env'));
    expect(read.key?.value.reveal()).toBe(key);
    expect(read.files.map(({ settings }) => settings)).toEqual([2, 3]);
  });

  it('look for one .env when the current folder is the checkout', async () => {
    const folder = scratchFolder();
    const { files } = await readSurroundings({ env: {}, cwd: folder, packageRoot: folder });
    expect(files).toEqual([{ path: join(folder, '.env'), settings: null }]);
  });

  it.each([
    ['quotes', `OPENAI_API_KEY="${key}"`],
    ['export, spaces and a comment', `# mine\nexport OPENAI_API_KEY = ${key}   # for the course`],
    ['the line ends of Windows and a byte order mark', `\uFEFFOPENAI_API_KEY=${key}\r\n`],
  ])('read a .env with %s', async (_, here) => {
    const { read } = await surroundingsOf({ here });
    expect(read.key?.value.reveal()).toBe(key);
  });

  it.each([
    ['a space', 'sk-proj-0123 456789abcdef'],
    ['a line break', 'sk-proj-0123\n456789abcdef'],
    ['a letter outside ASCII', 'sk-projé-0123456789abcdef'],
    ['a typographic quote', '“sk-proj-0123456789abcdef”'],
  ])('refuse a key with %s, without repeating it', async (_, value) => {
    const failure = await failureOf(surroundingsOf({ env: { OPENAI_API_KEY: value } }));
    expect(failure).toMatchObject({ code: 'invalid_value', exitCode: 2 });
    expect(failure.message).toContain('OPENAI_API_KEY (environment)');
    expect(failure.message).not.toContain('0123');
  });

  it('take a key with white space around it', async () => {
    const { read } = await surroundingsOf({ env: { OPENAI_API_KEY: ` ${key}\n` } });
    expect(read.key?.value.reveal()).toBe(key);
  });

  it('refuse a .env that is a folder', async () => {
    const cwd = scratchFolder();
    mkdirSync(join(cwd, '.env'));
    const failure = await failureOf(
      readSurroundings({ env: {}, cwd, packageRoot: scratchFolder() }),
    );
    expect(failure).toMatchObject({ code: 'unreadable_env_file', exitCode: 2 });
    expect(failure.message).toBe(`${join(cwd, '.env')} is a folder, not a file.`);
    expect(failure.advice).not.toContain('chmod');
    expect(failure.advice).toContain('move it away');
  });

  it('never show the key, however they are turned into text', async () => {
    const { read } = await surroundingsOf({ env: { OPENAI_API_KEY: key } });
    const texts = [
      JSON.stringify(read),
      inspect(read, { depth: null, showHidden: true }),
      `${read.key?.value}`,
    ];
    for (const text of texts) {
      expect(text).toContain(masked);
      expect(text).not.toContain('0123456789');
    }
  });
});
