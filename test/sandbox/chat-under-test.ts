import type { Sandbox } from '../../src/sandbox/app.ts';
import { type Called, type Json, post, sandboxRequest } from './sandbox-under-test.ts';

const path = '/v1/chat/completions';
const question = { model: 'gpt-4o-mini', messages: [{ role: 'user', content: 'hi' }] };

/** `POST /v1/chat/completions` with a small question, unless the body says otherwise. */
export function createChat(sandbox: Sandbox, body: Json = {}): Promise<Called> {
  return post(sandbox, path, { ...question, ...body });
}

/** The data of each event of a streamed completion, one per chunk that was read. */
export async function chatData(sandbox: Sandbox, body: Json = {}): Promise<string[]> {
  const sent = JSON.stringify({ ...question, stream: true, ...body });
  const response = await sandbox.fetch(sandboxRequest(path, { body: sent }));
  if (response.status !== 200) throw new Error(await response.text());
  const decoder = new TextDecoder();
  const data: string[] = [];
  for await (const bytes of response.body ?? []) {
    const [, line] = /^data: (.+)\n\n$/.exec(decoder.decode(bytes)) ?? [];
    if (line === undefined) throw new Error('Not one event, whole and without a name.');
    data.push(line);
  }
  return data;
}

/** The chunks of a streamed completion, without padding and without the mark at its end. */
export async function chatChunks(sandbox: Sandbox, body: Json = {}): Promise<Json[]> {
  const { stream_options: options, ...rest } = body;
  const stream_options = { include_obfuscation: false, ...(options as object | undefined) };
  const data = await chatData(sandbox, { ...rest, stream_options });
  return data.filter((line) => line !== '[DONE]').map((line) => JSON.parse(line) as Json);
}

export interface WireChoice {
  readonly index: number;
  readonly message: Json;
  readonly delta: Json;
  readonly logprobs?: { readonly content: readonly Json[] } | null;
  readonly finish_reason: string | null;
}

export function choicesOf(body: Json): readonly WireChoice[] {
  return body.choices as WireChoice[];
}

/** A function for questions about the weather. */
export const weatherTool = {
  type: 'function',
  function: {
    name: 'get_weather',
    description: 'The weather in a city',
    parameters: {
      type: 'object',
      properties: { city: { type: 'string', description: 'A city' } },
      required: ['city'],
      additionalProperties: false,
    },
    strict: true,
  },
};
