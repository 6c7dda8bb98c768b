import type { Context } from '../context.ts';
import { type ResponsesBody, writeRequest } from '../course/snippets.ts';
import { today } from '../course-env.ts';
import { CourseError } from '../errors.ts';
import type { RequestFlags, RunFlags } from '../flags.ts';
import { plural } from '../terminal/format.ts';
import { wrap } from '../terminal/text.ts';
import { costOf, formatUsd, type PicoUsd, usdNumber } from '../usage/cost.ts';
import { findModel } from '../usage/models.ts';
import { loadPrices } from '../usage/prices.ts';
import { loadTokenizer } from '../usage/tokens.ts';
import { zeroUsage } from '../usage/usage.ts';
import type { Screen } from './screen.ts';

/**
 * Prints a request in the form asked for, and on standard error what it would cost. Sends nothing.
 * @param all every request of a run that makes many, a warm-up first
 */
export async function printDryRun(
  context: Context,
  screen: Screen,
  captured: unknown,
  { as: form = 'json', json }: Pick<RequestFlags & RunFlags, 'as' | 'json'>,
  all: readonly ResponsesBody[] = [],
): Promise<number> {
  const body = captured as ResponsesBody;
  const { inputTokens, cost } = await estimate(context, body);
  const whole =
    all.length > 0 ? { requests: all.length, cost: await costOfAll(context, all) } : null;
  const text = writeRequest(form, body);
  if (json) {
    const line = {
      type: 'dry_run',
      form,
      request: form === 'json' ? body : text,
      input_tokens: inputTokens,
      ...costJson(cost),
      ...(whole && { run: { requests: whole.requests, ...costJson(whole.cost) } }),
    };
    screen.printJson(line);
    return 0;
  }
  context.out.write(`${text}\n`);
  const range = cost
    ? `from ${formatUsd(cost.least)} (an answer of one token) to ${formatUsd(cost.most)} (the longest answer)`
    : 'unknown: the price of this model is not known';
  const told = `about ${plural(inputTokens, 'input token')}; list price ${range}; nothing was sent`;
  const lines = [told, ...(whole ? [describeRun(whole)] : [])];
  screen.note(lines.flatMap((line) => wrap(screen.err.theme.dim(line), screen.err.width)));
  return 0;
}

/** List price with answers of one token, and with the longest. */
interface CostRange {
  readonly least: PicoUsd;
  readonly most: PicoUsd;
}

interface Estimate {
  readonly inputTokens: number;
  /** null when the price or the longest answer is unknown. */
  readonly cost: CostRange | null;
}

function describeRun({ requests, cost }: { requests: number; cost: CostRange | null }): string {
  const range = cost
    ? `list price from ${formatUsd(cost.least)} to ${formatUsd(cost.most)}`
    : 'what they cost is not known';
  return `the whole run makes ${plural(requests - 1, 'call')} and a warm-up: ${range}`;
}

function costJson(cost: CostRange | null) {
  return {
    cost_usd_min: cost && usdNumber(cost.least),
    cost_usd_max: cost && usdNumber(cost.most),
  };
}

/** What these requests cost together; null when that is not known of all of them. */
export async function costOfAll(
  context: Context,
  bodies: readonly ResponsesBody[],
): Promise<CostRange | null> {
  let [least, most] = [0n, 0n];
  for (const body of new Set(bodies)) {
    const { cost } = await estimate(context, body);
    if (!cost) return null;
    const count = BigInt(bodies.filter((other) => other === body).length);
    least += cost.least * count;
    most += cost.most * count;
  }
  return { least, most };
}

async function estimate(context: Context, body: ResponsesBody): Promise<Estimate> {
  const [tokenizer, prices] = await Promise.all([loadTokenizer(), loadPrices()]);
  const inputTokens = tokenizer.countInput(messagesOf(body));
  const name = body.model ?? '';
  const rates = prices.rates(name, { at: today(context), inputTokens });
  const longest = longestAnswer(body) ?? findModel(name)?.maxOutputTokens ?? null;
  if (!rates || longest === null) return { inputTokens, cost: null };
  const priced = (outputTokens: number) =>
    costOf({ ...zeroUsage, inputTokens, outputTokens }, rates).total;
  return { inputTokens, cost: { least: priced(1), most: priced(longest) } };
}

function longestAnswer(body: ResponsesBody): number | null {
  const { max_output_tokens: limit } = body;
  return typeof limit === 'number' ? limit : null;
}

/** The texts of a request; anything but text is not counted here. */
function messagesOf({ instructions, input }: ResponsesBody) {
  const told = instructions === undefined ? [] : [{ role: 'developer', content: instructions }];
  if (typeof input === 'string') return [...told, { role: 'user', content: input }];
  const items = Array.isArray(input) ? input : [];
  return [...told, ...items.filter(({ content }) => typeof content === 'string')];
}

/** The first step whose demo asks the lesson's question, or the step of `--step`, counted from 0. */
export function dryRunStep(
  steps: readonly { readonly demo?: { readonly asksQuestion: boolean } }[],
  step: number | undefined,
): number {
  if (step === undefined) return steps.findIndex(({ demo }) => demo?.asksQuestion);
  if (steps[step - 1]?.demo) return step - 1;
  throw new CourseError(
    'not_supported',
    `Step ${step} sends no request, so there is none to show.`,
    'Leave --step out, or name a step with a demo.',
  );
}
