import type { Sandbox } from '../../src/sandbox/app.ts';
import { parseFailScript } from '../../src/sandbox/faults.ts';
import { type Json, testSandbox } from './sandbox-under-test.ts';

/** One request; a body makes it a POST, unless it says otherwise. */
export interface Step {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  /** `{1}` stands for the `id` in the first answer of the scenario, in the body too. */
  readonly path: string;
  readonly body?: Json | FormData;
  /** HTTP status that is expected; 200 if left out. */
  readonly status?: number;
}

/** Requests one after the other, each of whose answers is checked. */
export interface Scenario {
  readonly name: string;
  /** The fail script that they run under. */
  readonly fail?: string;
  readonly steps: readonly Step[];
}

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly isStream: boolean;
  /** The body, or the data of each event; empty when the body is not JSON. */
  readonly json: readonly string[];
}

/** Longer than the least that `max_output_tokens` can be, which is 16. */
export const answer = () =>
  'Programs ask each other for things through an API: a list of questions that one of them answers.';

/** Sends the requests of a scenario to a sandbox of their own. */
export async function play({ steps, fail }: Scenario): Promise<Received[]> {
  const faults = fail === undefined ? {} : { faults: parseFailScript(fail) };
  const sandbox = await testSandbox({ answer, ...faults });
  const all: Received[] = [];
  const ids: string[] = [];
  for (const step of steps) {
    const received = await send(sandbox, step, (text) =>
      text.replace(/\{(\d)\}/g, (_, n) => ids[n - 1] ?? ''),
    );
    const { id } = JSON.parse(received.json[0] ?? '{}') as Json;
    ids.push(String(id));
    all.push(received);
  }
  return all;
}

/** @param filled fills in ids */
export async function send(
  sandbox: Sandbox,
  { method, path, body }: Step,
  filled = (text: string) => text,
): Promise<Received> {
  const request = new Request(`http://sandbox${filled(path)}`, {
    method: method ?? (body !== undefined ? 'POST' : 'GET'),
    headers: {
      authorization: 'Bearer sk-sandbox',
      ...(!(body instanceof FormData) && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && {
      body: body instanceof FormData ? body : filled(JSON.stringify(body)),
    }),
  });
  const response = await sandbox.fetch(request);
  const type = response.headers.get('content-type') ?? '';
  const isStream = type.startsWith('text/event-stream');
  const text = await response.text();
  const { status } = response;
  return {
    method: request.method,
    path,
    status,
    isStream,
    json: isStream ? dataOf(text) : type.startsWith('application/json') ? [text] : [],
  };
}

function dataOf(stream: string): string[] {
  return [...stream.matchAll(/^data: (\{.*)$/gm)].map(([, data = '']) => data);
}
