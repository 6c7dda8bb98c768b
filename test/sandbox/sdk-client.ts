import OpenAI from 'openai';
import { inProcessFetch } from '../../src/sandbox/adapter.ts';
import type { Sandbox } from '../../src/sandbox/app.ts';

/** The official SDK on a sandbox; it retries nothing. */
export function sdkClient(sandbox: Sandbox): OpenAI {
  return new OpenAI({
    apiKey: 'sk-sandbox',
    baseURL: 'http://sandbox.invalid/v1',
    maxRetries: 0,
    logLevel: 'off',
    fetch: inProcessFetch(sandbox),
  });
}

/** The error that a call fails with. */
export function failureOf(work: PromiseLike<unknown>): Promise<unknown> {
  return Promise.resolve(work).then(
    () => Promise.reject(new Error('It should have failed.')),
    (error: unknown) => error,
  );
}
