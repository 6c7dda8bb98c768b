import type { Exchange } from '../../src/client/exchange.ts';
import type { AfterwardsFacts, StepOutcome } from '../../src/course/lesson.ts';
import { findModel } from '../../src/usage/models.ts';

/** What the lesson says about what happened, each number taken from the run. */

/** The settings of a request that this lesson is about. */
interface Settings {
  readonly instructions?: string;
  readonly temperature?: number;
  readonly top_p?: number;
}

function settingsOf({ request }: Exchange): Settings {
  return (request.body ?? {}) as Settings;
}

/** How many input tokens the instructions of the second call took; null when the calls are not the two of the demo. */
export function tokensOfInstructions({ exchanges }: StepOutcome): number | null {
  const [alone, told] = exchanges;
  if (exchanges.length !== 2 || !alone?.usage || !told?.usage) return null;
  if (settingsOf(alone).instructions !== undefined) return null;
  return told.usage.inputTokens - alone.usage.inputTokens;
}

export function whatInstructionsTook(facts: AfterwardsFacts): string {
  const tokens = tokensOfInstructions(facts);
  const told = facts.exchanges.at(-1);
  if (tokens === null || told === undefined) {
    return 'Here the two calls do not differ in having instructions or none, so there is nothing to compare. Instructions are text like any other: they are read, counted and billed with every call.';
  }
  const words = String(settingsOf(told).instructions).split(/\s+/).length;
  return `
**${tokens} tokens** for ${words} words: instructions are text that the model reads before the input. They are counted and billed with every
call that they go with.`;
}

export function whatTheSecondCallRead({ exchanges }: AfterwardsFacts): string {
  const [first, second] = exchanges;
  const counted =
    first?.usage && second?.usage
      ? ` It shows in the tokens: ${first.usage.inputTokens} went in with the first call, ${second.usage.inputTokens} with the second.`
      : '';
  return `
“That” in the last message means something only because the messages before it were **sent again**. The model remembers nothing of the first
call: whatever it is to know, your program sends.${counted}`;
}

type Knob = 'temperature' | 'top_p';

/** What came back for one value of a knob. */
interface Answers {
  readonly value: number;
  readonly count: number;
  readonly distinct: number;
}

/**
 * The answers for each value of a knob, in ascending order of the value. Only calls that are the first one but for
 * the knob are compared: another model, or other instructions, would differ for another reason.
 */
function answersBy(knob: Knob, exchanges: readonly Exchange[]): Answers[] {
  const texts = new Map<number, string[]>();
  for (const exchange of exchanges) {
    const value = settingsOf(exchange)[knob];
    const isAlike = withoutKnob(knob, exchange) === withoutKnob(knob, exchanges[0]);
    if (value === undefined || exchange.outputText === null || !isAlike) continue;
    texts.set(value, [...(texts.get(value) ?? []), exchange.outputText]);
  }
  return [...texts]
    .map(([value, all]) => ({ value, count: all.length, distinct: new Set(all).size }))
    .sort((a, b) => a.value - b.value);
}

function withoutKnob(knob: Knob, exchange: Exchange | undefined): string {
  return JSON.stringify({ ...(exchange && settingsOf(exchange)), [knob]: undefined });
}

function listed(knob: Knob, exchanges: readonly Exchange[]): string {
  const values = answersBy(knob, exchanges).map(
    ({ value, count, distinct }) =>
      `- \`${knob}: ${value}\`: **${distinct} distinct** of ${count === 1 ? '1 answer' : `${count} answers`}`,
  );
  return values.length > 0 ? values.join('\n') : 'No answer came, so there is nothing to compare.';
}

/** How many distinct answers came at temperature 1; null when it was not asked more than once. */
export function distinctAtOne({ exchanges }: StepOutcome): number | null {
  const atOne = answersBy('temperature', exchanges).find(({ value }) => value === 1);
  return atOne && atOne.count > 1 ? atOne.distinct : null;
}

export function whatVaried({ exchanges }: AfterwardsFacts): string {
  return listed('temperature', exchanges);
}

export function whatZeroPromises({ exchanges }: AfterwardsFacts): string {
  const atZero = answersBy('temperature', exchanges).find(({ value }) => value === 0);
  const seen = atZero && atZero.distinct > 1 ? ', as you see here' : '';
  return `
Temperature 0 means: always the likeliest. It makes answers **steady, not certain**: the API does not promise the same text for the same request,
and now and then it is another${seen}. And it does not make an answer right: a model can be wrong in the same
words every time.

A program that says nothing gets temperature **1**, not 0. If you want steady answers, you have to ask for them.`;
}

export function whatTheCutLeft({ exchanges }: AfterwardsFacts): string {
  const setBoth = exchanges
    .map(settingsOf)
    .some(({ temperature, top_p }) => temperature !== undefined && top_p !== undefined);
  return `
${listed('top_p', exchanges)}

**Change one of the two, not both.** They turn at the same choice, so with both set nobody can tell which did what.${setBoth ? ' (In this run both were set: that is what your own setting added.)' : ''} Temperature is the usual one, and most
programs leave \`top_p\` alone.`;
}

/** 0: it was ignored; 1: the request was refused; null when no answer came. */
export function howTemperatureWasTaken({ exchanges }: StepOutcome): number | null {
  const status = exchanges[0]?.attempts.at(-1)?.status;
  if (status === 200) return 0;
  return status === 400 ? 1 : null;
}

export function whatWasSent({ model, exchanges }: AfterwardsFacts): string {
  const wasSent = exchanges.some((exchange) => settingsOf(exchange).temperature !== undefined);
  const outcome = wasSent
    ? `\`${model}\` accepts a temperature, so the request had one.`
    : `\`${model}\` ${whyWithout(model)}, so the request had no temperature, and was answered.`;
  return `
${outcome} What \`...{}\` adds to an object is nothing at all: the field is left out. That is not the same
as \`temperature: 0\`, nor as \`temperature: 1\`.${whatThinkingTook(exchanges)}`;
}

/** Why the code adds no temperature for a model, as a verb phrase. */
function whyWithout(model: string): string {
  const rule = findModel(model)?.temperature;
  if (rule === 'never') return 'accepts no temperature';
  if (rule !== 'effort_none') return 'is not known to accept a temperature';
  return 'accepts a temperature at most with effort `none`, as `course models` puts it (the *effort* is how much a model thinks before it answers, and with `none` it does not), and nothing is said of effort here';
}

function whatThinkingTook(exchanges: readonly Exchange[]): string {
  const tokens = exchanges.at(-1)?.usage?.reasoningTokens ?? 0;
  if (tokens === 0) return '';
  return `

A short answer, and many tokens out: **${tokens}** of them are what the model thought before it wrote. You do not see them, but they are billed as output.`;
}
