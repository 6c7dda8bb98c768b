import type { Attempt, Exchange } from '../client/exchange.ts';
import { formatUsd } from '../usage/cost.ts';
import type { Fact } from './facts.ts';
import { formatMs, plural } from './format.ts';
import { sanitize } from './sanitize.ts';
import { renderTable } from './table.ts';
import { prefix, wrap } from './text.ts';
import type { Layout } from './theme.ts';

/** One line under an answer: how the call ended, its tokens, cost and time. */
export function renderExchangeFooter(exchange: Exchange, { theme, width }: Layout): string[] {
  const { timing } = exchange;
  const parts = [
    endOf(exchange),
    tokensOf(exchange),
    costOf(exchange),
    timing.firstTokenMs === null ? null : `first token after ${formatMs(timing.firstTokenMs)}`,
    formatMs(timing.totalMs),
  ];
  const line = sanitize(parts.filter((part) => part !== null).join(' · '));
  return wrap(theme.dim(line), width, { indent: '  ' });
}

function endOf({ status, attempts }: Exchange): string {
  const last = attempts.at(-1);
  return last?.status && last.status >= 400 ? `HTTP ${last.status}` : status;
}

function tokensOf({ usage, status }: Exchange): string | null {
  if (usage) return `${plural(usage.inputTokens, 'token')} in, ${usage.outputTokens} out`;
  return status === 'aborted' ? 'tokens unknown: it was stopped before the API counted' : null;
}

function costOf({ cost, usage, provider }: Exchange): string | null {
  if (cost) {
    const amount = formatUsd(cost.total);
    return provider === 'sandbox' ? `${amount} list price, not billed: simulated` : amount;
  }
  return usage ? 'price unknown' : null;
}

/** The attempts of a call as rows; only a call that was retried has something to show. */
export function renderAttempts(exchange: Exchange, layout: Layout): string[] {
  if (exchange.attempts.length < 2) return [];
  const rows = exchange.attempts.map((attempt, index) => [
    String(index + 1),
    resultOf(attempt),
    formatMs(attempt.ms),
    attempt.retryAfterMs === null ? '' : formatMs(attempt.retryAfterMs),
    attempt.waitMs === null ? '' : formatMs(attempt.waitMs),
  ]);
  const table = renderTable(
    { head: ['attempt', 'result', 'took', 'asked to wait', 'waited'], rows },
    { ...layout, width: layout.width - 2 },
  );
  return prefix(table, '  ', '  ');
}

/** One attempt as a line for the log: `attempt 1 of 3: 429 rate_limit_exceeded in 12 ms; asked to wait 1.0 s`. */
export function describeAttempt(attempt: Attempt, number: number, of: number): string {
  const asked =
    attempt.retryAfterMs === null ? '' : `; asked to wait ${formatMs(attempt.retryAfterMs)}`;
  const id = attempt.requestId === null ? '' : `; request id ${attempt.requestId}`;
  return sanitize(
    `attempt ${number} of ${of}: ${resultOf(attempt)} in ${formatMs(attempt.ms)}${asked}${id}`,
  );
}

function resultOf({ status, error }: Attempt): string {
  return [status ?? 'no answer', error].filter((part) => part !== null).join(' ');
}

/** The fields of a response that a program looks at, with what they mean. */
export function responseFacts(exchange: Exchange): Fact[] {
  const body = exchange.response as ResponseBody | null;
  const { usage, cost, attempts } = exchange;
  const facts: (Fact | null)[] = [
    fact('id', body?.id, 'names this response: to fetch it, or to continue from it'),
    fact('status', body?.status, statusNotes[exchange.status] ?? 'how far the model came'),
    fact('model', body?.model, 'the dated version that answered to the name in the request'),
    fact('output', outputShape(body), 'a list: reasoning and tool calls would be items of it too'),
    fact('output_text', textStart(exchange), 'the text of all its parts; the SDK adds this field'),
    usage && {
      name: 'usage',
      value: `${usage.inputTokens} + ${usage.outputTokens} = ${usage.totalTokens} tokens`,
      note: 'input and output, counted by the server: the bill follows them',
    },
    cost && {
      name: 'cost',
      value: formatUsd(cost.total),
      note: exchange.billed
        ? `${formatUsd(cost.input + cost.cachedInput + cost.cacheWrite)} for input, ${formatUsd(cost.output)} for output, at list price`
        : 'what it would cost at list price; simulated, so nothing is billed',
    },
    {
      name: 'time',
      value: formatMs(exchange.timing.totalMs),
      note: 'from the call to the last byte',
    },
    fact(
      'x-request-id',
      attempts.at(-1)?.requestId,
      'a header: quote it when you report a problem',
    ),
  ];
  return facts.filter((found) => found !== null);
}

interface ResponseBody {
  readonly id?: string;
  readonly status?: string;
  readonly model?: string;
  readonly output?: readonly { readonly type?: string; readonly content?: readonly unknown[] }[];
}

const statusNotes: Readonly<Record<string, string>> = {
  completed: 'the model finished its answer',
  incomplete: 'the answer was cut: incomplete_details says why',
  failed: 'the model could not answer: error says why',
};

function fact(name: string, value: string | null | undefined, note: string): Fact | null {
  return value ? { name, value, note } : null;
}

function outputShape(body: ResponseBody | null): string | null {
  if (!Array.isArray(body?.output)) return null;
  const types = body.output.map(({ type }) => type).join(', ');
  return `${plural(body.output.length, 'item')}: ${types}`;
}

function textStart({ outputText }: Exchange): string | null {
  if (outputText === null) return null;
  const [start = ''] = outputText.split('\n');
  return start.length > 30 ? `"${start.slice(0, 28)}…"` : JSON.stringify(start);
}
