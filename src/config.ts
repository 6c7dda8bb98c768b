import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'dotenv';
import type { ProviderName } from './client/exchange.ts';
import type { Context } from './context.ts';
import { CourseError } from './errors.ts';
import { maskKeysIn, Secret } from './secret.ts';

export const officialBaseUrl = 'https://api.openai.com/v1';

const variableNames = [
  'OPENAI_API_KEY',
  'OPENAI_BASE_URL',
  'OPENAI_MODEL',
  'OPENAI_ORG_ID',
  'OPENAI_PROJECT_ID',
] as const;
type VariableName = (typeof variableNames)[number];

/** A setting and where it came from: `environment`, or the path of a `.env` file. */
interface Sourced<Value> {
  readonly value: Value;
  readonly source: string;
}

/** A `.env` file, without what it says: there may be a key in it. */
interface EnvFile {
  readonly path: string;
  /** How many variables it sets; null when there is no such file. */
  readonly settings: number | null;
}

/** What the environment and the `.env` files say about the API. null: nobody says anything. */
export interface Surroundings {
  readonly key: Sourced<Secret> | null;
  readonly baseUrl: Sourced<string> | null;
  readonly model: Sourced<string> | null;
  readonly organization: string | null;
  readonly project: string | null;
  /** The `.env` files that were looked for, in order. */
  readonly files: readonly EnvFile[];
}

/** Where the requests of this run go. */
export interface Target {
  readonly provider: ProviderName;
  /** null on the sandbox. */
  readonly baseUrl: Sourced<string> | null;
  /** null on the sandbox, and for a server on loopback that needs none. */
  readonly key: Sourced<Secret> | null;
  readonly organization: string | null;
  readonly project: string | null;
}

export const providerChoices = ['auto', 'openai', 'sandbox'] as const;
export type ProviderChoice = (typeof providerChoices)[number];

/**
 * Reads the API's variables: the environment wins over the current folder's `.env`, which wins over the
 * checkout's. A variable that is set to nothing in the environment counts as "none", so `OPENAI_API_KEY= course …` runs
 * offline; an empty line in a file counts as not there.
 * Throws `unreadable_env_file` for a file that exists but cannot be read.
 */
export async function readSurroundings(
  context: Pick<Context, 'env' | 'cwd' | 'packageRoot'>,
): Promise<Surroundings> {
  const paths = [...new Set([join(context.cwd, '.env'), join(context.packageRoot, '.env')])];
  const files = await Promise.all(paths.map(readEnvFile));
  const find = (name: VariableName): Sourced<string> | null => {
    const set = context.env[name];
    if (set !== undefined) return set.trim() ? { value: set.trim(), source: 'environment' } : null;
    for (const { path, variables } of files) {
      const value = variables?.[name]?.trim();
      if (value) return { value, source: path };
    }
    return null;
  };
  const key = find('OPENAI_API_KEY');
  return {
    key: key && { value: new Secret(verifyKey(key)), source: key.source },
    baseUrl: find('OPENAI_BASE_URL'),
    model: find('OPENAI_MODEL'),
    organization: find('OPENAI_ORG_ID')?.value ?? null,
    project: find('OPENAI_PROJECT_ID')?.value ?? null,
    files: files.map(({ path, variables }) => ({
      path,
      settings: variables && Object.keys(variables).length,
    })),
  };
}

async function readEnvFile(path: string) {
  try {
    return { path, variables: parse(await readFile(path)) };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { path, variables: null };
    const [problem, advice] =
      code === 'EISDIR'
        ? [`${path} is a folder, not a file.`, 'Give the folder another name, or move it away.']
        : [
            `${path} exists but cannot be read: ${message}.`,
            `Make it a readable text file (chmod u+r ${path}), or move it away.`,
          ];
    throw new CourseError('unreadable_env_file', problem, advice, { cause: error });
  }
}

function verifyKey({ value, source }: Sourced<string>): string {
  if (/^[\x21-\x7e]+$/.test(value)) return value;
  throw new CourseError(
    'invalid_value',
    `OPENAI_API_KEY (${source}) has characters that no key has: a space, a line break or a letter outside ASCII.`,
    'Copy it once more from https://platform.openai.com/api-keys, without anything around it.',
  );
}

/**
 * Decides where requests go (see "Providers" in the README).
 * Throws `missing_key` for the real API without a key, `invalid_value` for a base URL that is none.
 */
export function chooseTarget(
  surroundings: Surroundings,
  flags: { readonly provider?: ProviderChoice; readonly baseUrl?: string },
): Target {
  const baseUrl: Sourced<string> | null =
    flags.baseUrl === undefined
      ? surroundings.baseUrl
      : { value: flags.baseUrl, source: '--base-url' };
  const isConfigured = surroundings.key !== null || baseUrl !== null;
  const choice = flags.provider ?? 'auto';
  if (choice === 'sandbox' || (choice === 'auto' && !isConfigured)) return sandboxTarget;

  const address = baseUrl ?? { value: officialBaseUrl, source: 'default' };
  const url = parseBaseUrl(address);
  if (surroundings.key === null && !isLoopback(url)) throw missingKey(address.value);
  return {
    provider: 'openai',
    baseUrl: { value: url.href.replace(/\/+$/, ''), source: address.source },
    key: surroundings.key,
    organization: surroundings.organization,
    project: surroundings.project,
  };
}

export const sandboxTarget: Target = {
  provider: 'sandbox',
  baseUrl: null,
  key: null,
  organization: null,
  project: null,
};

/** True for OpenAI's own API, whose models the registry describes; other servers have their own. */
export function isOfficial(target: Target): boolean {
  return (
    target.baseUrl !== null && new URL(target.baseUrl.value).host === new URL(officialBaseUrl).host
  );
}

/** One line that says where requests go; shown before the first one. */
export function describeTarget(target: Target): string {
  if (target.provider === 'sandbox' || !target.baseUrl) {
    return 'sandbox (offline, simulated answers, nothing is billed)';
  }
  const { value, source } = target.baseUrl;
  // A .env that came with somebody's folder must not lead a key elsewhere unnoticed.
  const fromFile = ['environment', 'default', '--base-url'].includes(source)
    ? ''
    : ` (from ${source})`;
  const open = value.startsWith('http:') && !isLoopback(new URL(value)) ? ' (not encrypted)' : '';
  return `${value}${fromFile}${open} · ${target.key ? `key ${target.key.value}` : 'no key'}`;
}

function parseBaseUrl({ value, source }: Sourced<string>): URL {
  const url = URL.canParse(value) ? new URL(value) : null;
  const hasUser = url !== null && `${url.username}${url.password}` !== '';
  if (url && /^https?:$/.test(url.protocol) && !hasUser) return url;
  throw new CourseError(
    'invalid_value',
    `The base URL (${source}) is not one: ${hasUser ? 'it has a user name or a password in it' : maskKeysIn(value)}`,
    'It looks like http://127.0.0.1:11434/v1 or https://api.openai.com/v1.',
  );
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

function missingKey(address: string): CourseError {
  return new CourseError(
    'missing_key',
    `${address} needs a key, and there is none: OPENAI_API_KEY is neither in the environment nor in a .env file.`,
    'Create one at https://platform.openai.com/api-keys and put OPENAI_API_KEY=sk-… into .env (cp .env.example .env). Without a key: --provider sandbox',
  );
}
