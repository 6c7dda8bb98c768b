import type { Exchange } from '../../src/client/exchange.ts';
import type { AfterwardsFacts } from '../../src/course/lesson.ts';
import { costOf, formatUsd } from '../../src/usage/cost.ts';
import { findModel } from '../../src/usage/models.ts';
import {
  countedCalls,
  perMillion,
  pricedModels,
  ratesAt,
  readCounts,
  readTokens,
  times,
} from './sums.ts';

/** What the lesson says about what happened, each number taken from the run. */

const unknownPrice = 'The list price of this model is not known, so there is no sum in dollars.';

export function rulesOfThumb({ question, exchanges, printed }: AfterwardsFacts): string {
  const [ofQuestion, ofAnswer] = readTokens(printed);
  const words = question.split(/\s+/).filter(Boolean).length;
  const byCharacters = Math.round([...question].length / 4);
  const byWords = Math.round(words / 0.75);
  const answer = exchanges[0]?.outputText;
  const measured =
    answer && ofAnswer
      ? ` This answer has ${whole(answer.length)} characters in ${whole(ofAnswer)} tokens: ${(answer.length / ofAnswer).toFixed(1)} each.`
      : '';
  return `
It is cut into **${ofQuestion === 1 ? 'one token' : `${ofQuestion} tokens`}**. Two rules of thumb for English say ${byCharacters} (a token is four characters)
and ${byWords} (a token is three quarters of a word).${measured}`;
}

export function dearerPart({ exchanges }: AfterwardsFacts): string {
  const [call] = countedCalls(exchanges);
  if (!call?.cost) return unknownPrice;
  const { total, output } = call.cost;
  return `**${output > total - output ? 'The output' : 'The input'}**: ${formatUsd(total - output)} for what was sent, ${formatUsd(output)} for what was written.`;
}

export function worked({ model, exchanges, prices }: AfterwardsFacts): string {
  const [call] = countedCalls(exchanges);
  const rates = call && ratesAt(call, model, prices);
  if (!rates) return unknownPrice;
  const isDiscounted = call.usage.cachedInputTokens + call.usage.cacheWriteTokens > 0;
  return `
An output token of \`${model}\` costs ${times(rates.output, rates.input)} times what an input token does: a long prompt with a short answer
can be cheaper than the other way round. The line under the call has the same sum, from the same list prices${isDiscounted ? '; it differs a little, since some input came from the cache or went into it, which is step 6' : ''}.

Some models think before they answer. Those **reasoning tokens** are counted in
\`usage.output_tokens_details.reasoning_tokens\`; they are part of \`output_tokens\`, and billed like text that you can read.`;
}

export function whatAgreed({ model, printed, exchanges }: AfterwardsFacts): string {
  const window = findModel(model)?.contextWindow;
  return `
${agreement(printed, exchanges)} The count sees what an estimate cannot: images, files, and what models do in their own way.

Counting also tells whether a text fits. Input and output together must fit into the model's **context window**${window ? `, ${whole(window)} tokens for \`${model}\`` : ''};
a longer input is refused with a 400, \`context_length_exceeded\`. How long the *output* gets, nobody can count beforehand. It can only be capped.`;
}

function agreement(printed: string, exchanges: readonly Exchange[]): string {
  const counts = readCounts(printed);
  if (!counts) return 'One of the three is missing here.';
  const { estimate, count, bill } = counts;
  if (count !== bill) {
    return `The bill is ${bill}, the count ${count}: the call carried something that was not counted. Count exactly what you send.`;
  }
  const isInstructed = exchanges.some(
    ({ request }) => (request.body as { instructions?: string }).instructions !== undefined,
  );
  if (estimate !== bill && isInstructed) {
    return `Count and bill agree on ${bill}; the estimate is ${Math.abs(estimate - bill)} off, since it leaves out the instructions that this run adds.`;
  }
  if (estimate !== bill) {
    return `Count and bill agree on ${bill}; the estimate is ${Math.abs(estimate - bill)} off, since not every model cuts alike or has seven tokens around a message.`;
  }
  return `All three say ${bill}. For plain text an estimate is good.`;
}

export function whatWasPaid({ exchanges }: AfterwardsFacts): string {
  const [call] = countedCalls(exchanges);
  if (!call) return 'The server did not say how much was written.';
  const { outputTokens } = call.usage;
  const cost = call.cost ? ` (${formatUsd(call.cost.output)})` : '';
  const ending =
    call.status === 'incomplete'
      ? 'You pay for a cut answer like for a whole one.'
      : 'This answer was not cut: it ended before its cap.';
  return `
The output came to **${outputTokens} tokens**${cost}. ${ending} Reasoning counts towards the cap
too: a low cap can be used up before the first word, and then there is no text at all.

Other texts speak of \`max_tokens\` and \`finish_reason: "length"\`: that is Chat Completions, an older endpoint.`;
}

export function otherModels({ model, exchanges, prices }: AfterwardsFacts): string {
  const [call] = countedCalls(exchanges);
  if (!call) return 'The server did not say how many tokens it took.';
  const priced = pricedModels(call, prices);
  const own = priced.find((other) => other.model === findModel(model))?.million;
  const rows = priced.map(({ model: { id, shutdown }, million }) => {
    const name = shutdown ? `${id}, off ${shutdown}` : id;
    return `| ${name} | ${formatUsd(million)} | ${own ? times(million, own) : ''} |`;
  });
  const [cheapest, dearest] = [priced[0], priced.at(-1)];
  const spread =
    cheapest && dearest
      ? `The dearest costs ${times(dearest.million, cheapest.million)} times what the cheapest does.`
      : '';
  return `
The same ${whole(call.usage.inputTokens)} + ${whole(call.usage.outputTokens)} tokens, a million times, at the list prices of every text model of \`course models\` that is not shut down:

| model | a million calls | times as much as this call |
|---|--:|--:|
${rows.join('\n')}

${spread} It is a comparison of prices, not of bills: another model writes more or less, and a reasoning model thinks on top.
Take the smallest model that does *your* task well, which you find out on a few dozen examples of it.`;
}

export function whatWasFound({ exchanges }: AfterwardsFacts): string {
  const call = countedCalls(exchanges).at(-1);
  if (!call) return 'The server did not say how much was read.';
  const { inputTokens, cachedInputTokens } = call.usage;
  if (cachedInputTokens === 0) {
    return 'The last call found nothing in a cache. That happens: entries are dropped after some minutes or hours, the second call can reach another machine, and not every server keeps a cache.';
  }
  return `
The last call found **${whole(cachedInputTokens)} of its ${whole(inputTokens)} input tokens** in the cache: its beginning, in whole steps of 128. What comes after
the handbook was new.`;
}

export function whatCachingSaves({ model, exchanges, prices }: AfterwardsFacts): string {
  const call = countedCalls(exchanges).at(-1);
  const rates = call && ratesAt(call, model, prices);
  if (!call || !rates) return unknownPrice;
  const { inputTokens } = call.usage;
  const { total, output } = costOf(call.usage, rates);
  const tokens = BigInt(inputTokens);
  const writing =
    rates.cacheWrite > rates.input
      ? `Putting them there is not free with this model: ${perMillion(rates.cacheWrite)} per million tokens.`
      : 'With this model putting them there costs nothing extra.';
  return `
With \`${model}\` a million input tokens cost ${perMillion(rates.input)}, from the cache ${perMillion(rates.cachedInput)}. For the ${whole(inputTokens)} tokens of this call that is:

\`\`\`text
all new          ${formatUsd(tokens * rates.input)}
as it was        ${formatUsd(total - output)}
all from cache   ${formatUsd(tokens * rates.cachedInput)}
\`\`\`

${writing} The beginnings must be equal to the last token. So put first what never changes (instructions,
examples, the handbook), and last what changes every time (the user's text, today's date).`;
}

export function whatFitted({ exchanges }: AfterwardsFacts): string {
  const counted = countedCalls(exchanges);
  const spent = counted.reduce((sum, { cost }) => sum + (cost?.total ?? 0n), 0n);
  const sum = counted.length === exchanges.length ? `, for ${formatUsd(spent)}` : '';
  const made = exchanges.length === 1 ? '**One call** was' : `**${exchanges.length} calls** were`;
  const fitted =
    exchanges.length === 0
      ? 'No call fitted: with this model a single one may cost more, or its price is not known, and then the code does not go on.'
      : `${made} made${sum}.`;
  return `
${fitted} The code asks *before* it sends whether the next call can still be paid. A token more or less in
the estimate does not matter next to the cap.`;
}

export function whatTheTagsAreFor({ printed }: AfterwardsFacts): string {
  const returned = printed.includes('no tag')
    ? 'This server does not send the tags back, so a program has to keep them itself.'
    : 'The tags came back with each answer, and the sums above are by what came back.';
  return `
${returned} With a second tag for the version of a prompt you see what a change of words does to the bill. Write such
sums to your log, with the id of the response, from the first day on: who does not look at \`usage\` learns of a mistake from the invoice.

While you build, spend nothing: \`course sandbox\` answers any program whose \`OPENAI_BASE_URL\` points at it.`;
}

function whole(count: number): string {
  return count.toLocaleString('en');
}
