import { median } from '../bench/statistics.ts';
import type { Exchange } from '../client/exchange.ts';
import type { Compared } from '../compare/compare.ts';
import { type Sample, textOf } from '../compare/sample.ts';
import { differences } from '../compare/similarity.ts';
import { nameOf, type Variant } from '../compare/variant.ts';
import { costOrNothing } from '../course/totals.ts';
import { formatUsd, type PicoUsd } from '../usage/cost.ts';
import { type Column, renderColumns } from './columns.ts';
import { formatMs, plural } from './format.ts';
import { sanitize } from './sanitize.ts';
import { renderTable } from './table.ts';
import { wrap } from './text.ts';
import type { Layout, Theme } from './theme.ts';

type ComparedVariant = Compared<{ readonly variant: Variant }>;

/** Answers side by side, or one under the other when there is no room, and a table of the variants. */
export function renderComparison(compared: readonly ComparedVariant[], layout: Layout): string[] {
  const samples = compared[0]?.samples.length ?? 0;
  const answers =
    samples > 1
      ? compared.flatMap((variant) => ['', ...renderSamples(variant, layout)])
      : [
          '',
          ...renderColumns(
            compared.flatMap((variant) => columnsOf(variant, layout.theme)),
            layout,
          ),
        ];
  return [...answers, '', ...renderSummary(compared, layout)];
}

/** The samples of one variant, differing words marked against the first. */
function renderSamples(variant: ComparedVariant, layout: Layout): string[] {
  const title = wrap(layout.theme.heading(sanitize(nameOf(variant.plan.variant))), layout.width);
  return [...title, ...renderColumns(columnsOf(variant, layout.theme), layout)];
}

function columnsOf({ plan, samples }: ComparedVariant, theme: Theme): Column[] {
  const [first] = samples;
  return samples.map((sample, index) => ({
    title:
      samples.length > 1 ? `${index + 1} of ${samples.length}` : sanitize(nameOf(plan.variant)),
    body: (width) =>
      wrap(first && sample !== first ? marked(sample, first, theme) : shown(sample), width),
    footer: footerOf(sample),
  }));
}

/** What the demo printed: mostly the answer, sometimes more than that. */
function shown(sample: Sample): string {
  if (sample.failure) return refusal(sample.failure);
  return sanitize(sample.printed.trim() || textOf(sample).trim());
}

/** Words that the first answer does not have, in colour or between asterisks. */
function marked(sample: Sample, first: Sample, theme: Theme): string {
  if (sample.failure || first.failure) return shown(sample);
  return differences(shown(sample), shown(first))
    .map(({ text, differs }) => (differs ? markWords(text, theme) : text))
    .join('');
}

function markWords(text: string, theme: Theme): string {
  return text.replace(/\S+(?:[ ]+\S+)*/g, (words) => {
    const styled = theme.changed(words);
    return styled === words ? `*${words}*` : styled;
  });
}

/** How it ended, its length, tokens, cost and time: of all its calls together. */
function footerOf(sample: Sample): string {
  const { exchanges, failure } = sample;
  const last = exchanges.at(-1);
  if (!last) return '';
  const words = textOf(sample).match(/\S+/g)?.length ?? 0;
  const { tokens, cost } = sumOf(exchanges);
  const attempts = exchanges.reduce((sum, { attempts }) => sum + attempts.length, 0);
  const parts = [
    failure ? 'failed' : last.status,
    exchanges.length > 1 && plural(exchanges.length, 'call'),
    attempts > exchanges.length && plural(attempts, 'attempt'),
    plural(words, 'word'),
    last.usage && tokens !== null && plural(tokens, 'token'),
    last.usage && cost !== null && formatUsd(cost),
    formatMs(spanOf(exchanges)),
  ];
  return parts.filter(Boolean).join(' · ');
}

/** Output tokens and list price; null when one of the calls may have used tokens that nobody told of. */
function sumOf(exchanges: readonly Exchange[]) {
  let [tokens, cost]: [number | null, PicoUsd | null] = [0, 0n];
  for (const exchange of exchanges) {
    const own = costOrNothing(exchange);
    const isUntold = exchange.usage === null && own === null;
    tokens = tokens === null || isUntold ? null : tokens + (exchange.usage?.outputTokens ?? 0);
    cost = cost === null || own === null ? null : cost + own;
  }
  return { tokens, cost };
}

/** Milliseconds from the start of the first call to the end of the last. */
function spanOf(exchanges: readonly Exchange[]): number {
  const starts = exchanges.map(({ timing }) => timing.startedAt);
  const ends = exchanges.map(({ timing }) => timing.startedAt + timing.totalMs);
  return Math.max(...ends) - Math.min(...starts);
}

function refusal(failure: {
  message: string;
  call: { serverMessage: string | null } | null;
}): string {
  return sanitize([failure.message, failure.call?.serverMessage].filter(Boolean).join('\n'));
}

const meanings =
  'distinct: how many answers differ from all before them. similarity: the share of words that two answers have in common, in the same order; the mean of all pairs.';

/** A column of the table of variants. */
interface SummaryColumn {
  readonly head: string;
  readonly cell: (variant: ComparedVariant) => string;
}

const exchangesOf = ({ samples }: ComparedVariant) => samples.flatMap(({ exchanges }) => exchanges);

const name: SummaryColumn = { head: 'variant', cell: ({ plan }) => sanitize(nameOf(plan.variant)) };

/** What only several samples tell. */
const spread: readonly SummaryColumn[] = [
  {
    head: 'distinct',
    cell: ({ refused, distinct, samples }) =>
      refused ? 'refused' : `${distinct} of ${samples.length}`,
  },
  {
    head: 'similarity',
    cell: ({ meanSimilarity }) =>
      meanSimilarity === null ? '–' : `${Math.round(meanSimilarity * 100)} %`,
  },
];

const outcome: SummaryColumn = {
  head: 'outcome',
  cell: ({ refused }) => (refused ? 'refused' : 'answered'),
};

const amounts: readonly SummaryColumn[] = [
  {
    head: 'tokens out',
    cell: (variant) => String(sumOf(exchangesOf(variant)).tokens ?? '–'),
  },
  {
    head: 'cost',
    cell: (variant) => {
      const { cost } = sumOf(exchangesOf(variant));
      return cost === null ? '–' : formatUsd(cost);
    },
  },
  {
    head: 'median time',
    cell: (variant) =>
      formatMs(median(exchangesOf(variant).map(({ timing }) => timing.totalMs)) ?? 0),
  },
];

function renderSummary(compared: readonly ComparedVariant[], layout: Layout): string[] {
  const areSampled = compared.some(({ samples }) => samples.length > 1);
  const isAnyRefused = compared.some(({ refused }) => refused);
  const told = areSampled ? spread : isAnyRefused ? [outcome] : [];
  const columns = [name, ...told, ...amounts];
  const table = {
    head: columns.map(({ head }) => head),
    rows: compared.map((variant) => columns.map(({ cell }) => cell(variant))),
    align: columns.map((column) => (column === name ? 'left' : 'right')),
  };
  return [
    ...renderTable(table, layout),
    ...(areSampled ? ['', ...wrap(layout.theme.dim(meanings), layout.width)] : []),
  ];
}
