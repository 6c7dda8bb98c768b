import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type RequestForm,
  type ResponsesBody,
  requestForms,
  writeRequest,
} from '../../src/course/snippets.ts';
import { json, startLoopback, stream } from '../helpers/loopback.ts';
import { runProgram } from '../helpers/program.ts';
import { chatBody, chatFrames, responseBody, responseFrames } from '../helpers/wire.ts';

const apiKey = 'sk-proj-0123456789abcdefwxyz';
const awkward = `It's "50%" of $HOME, \`backticks\`, \${a}, \\back\\slashes\\n,\na new line,\ttab, !! and </script> \u2028 é 🙂 '\\''`;
const asked: ResponsesBody = {
  model: 'gpt-4o-mini',
  input: awkward,
  instructions: 'Answer like a pirate.\nDon’t stop.',
  temperature: 0.5,
  max_output_tokens: 50,
};
/** The same request, as Chat Completions has it. */
const askedInChat = {
  model: 'gpt-4o-mini',
  messages: [
    { role: 'developer', content: 'Answer like a pirate.\nDon’t stop.' },
    { role: 'user', content: awkward },
  ],
  temperature: 0.5,
  max_completion_tokens: 50,
};

const hasCurl = spawnSync('curl', ['--version']).status === 0;

interface Case {
  readonly form: RequestForm;
  readonly language: 'js' | 'sh';
  readonly path: string;
  readonly sent: object;
  readonly plain: object;
  readonly frames: readonly string[];
  /** The answer out of what the program prints. */
  readonly said: (out: string) => unknown;
}

const throughResponses = {
  path: '/v1/responses',
  sent: asked,
  plain: responseBody('Arr!'),
  frames: responseFrames(['Ar', 'r!']),
} as const;
const wholeBody = (out: string) => JSON.parse(out).output[0].content[0].text;

const cases: readonly Case[] = [
  { ...throughResponses, form: 'sdk', language: 'js', said: (out) => out.trimEnd() },
  { ...throughResponses, form: 'fetch', language: 'js', said: wholeBody },
  { ...throughResponses, form: 'curl', language: 'sh', said: wholeBody },
  {
    form: 'chat',
    language: 'js',
    path: '/v1/chat/completions',
    sent: askedInChat,
    plain: chatBody('Arr!'),
    frames: chatFrames(['Ar', 'r!'], { withUsage: false }),
    said: (out) => out.trimEnd(),
  },
];

describe.each(cases)('A request written as $form', ({ form, language, path, sent, ...answers }) => {
  const skipReason = form === 'curl' && !hasCurl ? ' (skipped: there is no curl here)' : '';

  async function run(body: ResponsesBody, reply: Parameters<typeof startLoopback>[0]) {
    await using server = await startLoopback(reply);
    const env = { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: server.baseUrl };
    const child = await runProgram(language, writeRequest(form, body), env);
    expect(child).toMatchObject({ err: '', exitCode: 0 });
    const [request, ...others] = server.requests;
    expect(others).toEqual([]);
    expect(request).toMatchObject({ method: 'POST', path });
    expect(request?.headers).toMatchObject({
      authorization: `Bearer ${apiKey}`,
      'content-type': 'application/json',
    });
    return { out: child.out, body: JSON.parse(request?.body ?? '') };
  }

  it.skipIf(skipReason)(`runs as printed and sends that request${skipReason}`, async () => {
    const { out, body } = await run(asked, json(answers.plain));
    expect(body).toEqual(sent);
    expect(answers.said(out)).toBe('Arr!');
  });

  it.skipIf(skipReason)(`prints a stream as it comes${skipReason}`, async () => {
    const { out, body } = await run({ ...asked, stream: true }, stream(answers.frames));
    expect(body).toEqual({ ...sent, stream: true });
    expect(out).toContain('Ar');
    expect(out).toContain('r!');
  });
});

/** JSON of every shape, with texts that quoting may break. */
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom("'", '"', '`', '\\', '$', '{', '}', '\n', '\r', '\u2028', '!', 'n'),
  }),
  fc.constant('a line\n'.repeat(100)),
);
/** Keys of metadata and of JSON schemas: any at all. */
const names = fc.oneof(
  fc.stringMatching(/^[\w .'$-]{1,20}$/),
  texts,
  fc.constantFrom('__proto__', 'constructor', '1', ''),
);
const values = fc.letrec((value) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    texts,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
    fc.boolean(),
    fc.constant(null),
    fc.array(value('any'), { maxLength: 10 }),
    fc.dictionary(names, value('any'), { maxKeys: 5 }),
  ),
})).any;
const bodies = fc
  .record({ model: texts, input: texts, metadata: values })
  .map((body) => JSON.parse(JSON.stringify(body)) as ResponsesBody);

const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;

/** Runs a printed program in this process and gives what it would send. */
async function sentBy(source: string): Promise<unknown> {
  let sent: unknown;
  const create = async (body: unknown) => {
    sent = body;
    return { choices: [{ message: {} }] };
  };
  const surroundings = {
    OpenAI: class {
      responses = { create };
      chat = { completions: { create } };
    },
    fetch: async (_: string, { body }: { body: string }) => {
      sent = JSON.parse(body);
      return new Response('{}');
    },
    console: { log: () => {} },
  };
  const program = source.replace(/^import .*;$/m, '');
  await new AsyncFunction(...Object.keys(surroundings), program)(...Object.values(surroundings));
  return sent;
}

describe('A request written down', () => {
  it.each(['sdk', 'fetch'] as const)('as %s says the same, whatever is in it', async (form) => {
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        // As text: two objects whose __proto__ differs may count as equal.
        expect(JSON.stringify(await sentBy(writeRequest(form, body)))).toBe(JSON.stringify(body));
      }),
    );
  });

  it('as chat keeps question and instructions, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(texts, texts, async (input, instructions) => {
        const source = writeRequest('chat', { model: 'm', input, instructions });
        expect(await sentBy(source)).toEqual({
          model: 'm',
          messages: [
            { role: 'developer', content: instructions },
            { role: 'user', content: input },
          ],
        });
      }),
    );
  });

  it('as chat names an effort as Chat Completions does', async () => {
    const body = { model: 'm', input: 'hi', reasoning: { effort: 'none' } };
    expect(await sentBy(writeRequest('chat', body))).toEqual({
      model: 'm',
      messages: [{ role: 'user', content: 'hi' }],
      reasoning_effort: 'none',
    });
  });

  it('as curl says the same to a shell, whatever is in it', () => {
    const samples = fc.sample(bodies, 30);
    // In curl’s place stands a function that prints its last argument.
    const printer = `curl() { for last; do :; done; printf '%s\\036' "$last"; }`;
    const script = [printer, ...samples.map((body) => writeRequest('curl', body))].join('\n');
    const { stdout } = spawnSync('sh', { input: script, encoding: 'utf8' });
    const sent = stdout.split('\u001e').slice(0, -1);
    expect(sent.map((text) => JSON.parse(text))).toEqual(samples);
  });

  it('as json is the body itself', () => {
    expect(JSON.parse(writeRequest('json', asked))).toEqual(asked);
  });

  it.each(requestForms)('as %s never has a key in it', (form) => {
    expect(writeRequest(form, asked)).not.toMatch(/sk-/);
  });

  it.each(['fetch', 'curl'] as const)('as %s goes to OpenAI when no base URL is set', (form) => {
    expect(writeRequest(form, asked)).toContain('https://api.openai.com/v1');
  });
});
