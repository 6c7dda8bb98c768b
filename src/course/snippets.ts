import { officialBaseUrl } from '../config.ts';
import { literal } from './literal.ts';

/** The forms in which a request is written down. All but `json` are programs that run as they are. */
export const requestForms = ['json', 'sdk', 'fetch', 'curl', 'chat'] as const;
export type RequestForm = (typeof requestForms)[number];

/** The body of a Responses request, as far as the forms look into it. */
export interface ResponsesBody extends Readonly<Record<string, unknown>> {
  readonly model?: string;
  readonly input?: unknown;
  readonly instructions?: string;
  readonly stream?: boolean;
}

/** Writes down a request to `POST /responses`: key from OPENAI_API_KEY, address from OPENAI_BASE_URL or OpenAI's. */
export function writeRequest(form: RequestForm, body: ResponsesBody): string {
  return writers[form](body);
}

const writers: Readonly<Record<RequestForm, (body: ResponsesBody) => string>> = {
  json: (body) => JSON.stringify(body, null, 2),
  sdk: writeSdk,
  fetch: writeFetch,
  curl: writeCurl,
  chat: writeChat,
};

function writeSdk(body: ResponsesBody): string {
  return program(`client.responses.create(${literal(body)})`, body.stream, {
    whole: 'console.log(response.output_text);',
    piece: "if (event.type === 'response.output_text.delta') process.stdout.write(event.delta);",
  });
}

function writeChat(body: ResponsesBody): string {
  return program(`client.chat.completions.create(${literal(chatBody(body))})`, body.stream, {
    whole: 'console.log(response.choices[0].message.content);',
    piece: "process.stdout.write(event.choices[0]?.delta.content ?? '');",
  });
}

function program(
  call: string,
  isStream: boolean | undefined,
  print: { readonly whole: string; readonly piece: string },
): string {
  const lines = [
    "import OpenAI from 'openai';",
    '',
    'const client = new OpenAI(); // reads OPENAI_API_KEY and OPENAI_BASE_URL',
  ];
  if (isStream) {
    lines.push(`const stream = await ${call};`, 'for await (const event of stream) {');
    lines.push(`  ${print.piece}`, '}');
  } else lines.push(`const response = await ${call};`, print.whole);
  return lines.join('\n');
}

function writeFetch(body: ResponsesBody): string {
  const read = body.stream
    ? ['for await (const chunk of response.body) process.stdout.write(chunk);']
    : ['const body = await response.json();', 'console.log(JSON.stringify(body, null, 2));'];
  return [
    `const baseURL = process.env.OPENAI_BASE_URL ?? '${officialBaseUrl}';`,
    `const response = await fetch(\`\${baseURL}/responses\`, {`,
    "  method: 'POST',",
    '  headers: {',
    "    Authorization: 'Bearer ' + process.env.OPENAI_API_KEY,",
    "    'Content-Type': 'application/json',",
    '  },',
    `  body: JSON.stringify(${literal(body, '  ')}),`,
    '});',
    ...read,
  ].join('\n');
}

function writeCurl(body: ResponsesBody): string {
  const json = JSON.stringify(body, null, 2).replaceAll("'", `'\\''`);
  return [
    `curl --silent --show-error${body.stream ? ' --no-buffer' : ''} \\`,
    `  "\${OPENAI_BASE_URL:-${officialBaseUrl}}/responses" \\`,
    '  -H "Authorization: Bearer $OPENAI_API_KEY" \\',
    "  -H 'Content-Type: application/json' \\",
    `  -d '${json}'`,
  ].join('\n');
}

/** What the same request is called in Chat Completions; names that both share go over as they are. */
const chatNames: Readonly<Record<string, string>> = { max_output_tokens: 'max_completion_tokens' };

function chatBody({ instructions, input, reasoning, ...rest }: ResponsesBody) {
  const messages = typeof input === 'string' ? [{ role: 'user', content: input }] : input;
  const told = instructions === undefined ? [] : [{ role: 'developer', content: instructions }];
  const effort = (reasoning as { effort?: string } | undefined)?.effort;
  const { model, ...others } = rest;
  return {
    model,
    messages: [...told, ...(Array.isArray(messages) ? messages : [])],
    ...Object.fromEntries(
      Object.entries(others).map(([name, value]) => [chatNames[name] ?? name, value]),
    ),
    ...(effort !== undefined && { reasoning_effort: effort }),
  };
}
