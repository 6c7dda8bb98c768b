import type { Context } from '../context.ts';
import { calendar, readSeed } from '../course-env.ts';
import type { RunFlags, SandboxFlags } from '../flags.ts';
import { createSandbox } from '../sandbox/app.ts';
import { serve } from '../sandbox/server.ts';
import { renderCode } from '../terminal/code.ts';
import { renderMarkdown } from '../terminal/markdown.ts';
import { listDifferences } from './differences.ts';
import { RequestLog } from './request-log.ts';
import { createScreen, type Screen } from './screen.ts';

export interface SandboxCommandFlags
  extends SandboxFlags,
    Pick<RunFlags, 'json' | 'plain' | 'color'> {
  readonly port: number;
  readonly differences?: true;
}

/** Any key that begins with `sk-` and does not contain `wrong` will do. */
const apiKey = 'sk-sandbox';

/** `course sandbox`: the embedded server on loopback, until Ctrl-C; with --differences a list instead. */
export async function sandbox(context: Context, flags: SandboxCommandFlags): Promise<number> {
  const screen = createScreen(context, flags);
  if (flags.differences) return listDifferences(screen, flags);
  const log = new RequestLog(context.clock, screen);
  const app = await createSandbox({
    clock: context.clock,
    today: calendar(context),
    seed: readSeed(context.env),
    latency: flags.latency ?? 'realistic',
    limits: { rpm: flags.rpm ?? null, tpm: flags.tpm ?? null },
    faults: flags.fail ?? [],
    log: (entry) => log.add(entry),
  });
  const server = await serve(app, { port: flags.port });
  if (flags.json) {
    const line = { type: 'sandbox', url: server.url, api_key: apiKey };
    screen.printJson(line);
  } else screen.print(renderWelcome(server.url, screen));
  await stopped(context.signal);
  await server.close();
  log.flush();
  if (!flags.json) screen.note(['', 'The sandbox has stopped.']);
  throw context.signal.reason;
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function renderWelcome(url: string, { out, prose }: Screen): string[] {
  const code = (language: 'sh' | 'ts' | 'text', source: string) =>
    renderCode(source, { ...out, language });
  return [
    '',
    ...renderMarkdown(
      `**The sandbox listens at ${url}.** It speaks the Responses API; a stand-in answers instead of a model, nothing is billed, and everything is forgotten when it stops. In another terminal:`,
      prose,
    ),
    '',
    ...code('sh', `export OPENAI_BASE_URL=${url}\nexport OPENAI_API_KEY=${apiKey}`),
    '',
    'Then, from Node (npm install openai):',
    '',
    ...code(
      'ts',
      [
        "import OpenAI from 'openai';",
        'const response = await new OpenAI().responses.create({',
        "  model: 'gpt-4o-mini',",
        "  input: 'What is an API?',",
        '});',
        'console.log(response.output_text);',
      ].join('\n'),
    ),
    '',
    'from Python (pip install openai):',
    '',
    ...code(
      'text',
      [
        'from openai import OpenAI',
        'response = OpenAI().responses.create(',
        '    model="gpt-4o-mini",',
        '    input="What is an API?",',
        ')',
        'print(response.output_text)',
      ].join('\n'),
    ),
    '',
    'from a shell:',
    '',
    ...code(
      'sh',
      [
        'curl "$OPENAI_BASE_URL/responses" \\',
        '  -H "Authorization: Bearer $OPENAI_API_KEY" \\',
        "  -H 'Content-Type: application/json' \\",
        `  -d '{"model": "gpt-4o-mini", "input": "What is an API?"}'`,
      ].join('\n'),
    ),
    '',
    out.theme.dim('Each request is a line below. Ctrl-C stops it.'),
    '',
  ];
}
