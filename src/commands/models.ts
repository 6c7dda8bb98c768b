import type { Context } from '../context.ts';
import { today } from '../course-env.ts';
import type { RunFlags } from '../flags.ts';
import { renderTable } from '../terminal/table.ts';
import { wrap } from '../terminal/text.ts';
import { formatUsd, type PicoUsd, usdNumber } from '../usage/cost.ts';
import { type Model, models as registry, registryCheckedOn } from '../usage/models.ts';
import { loadPrices, type PriceList } from '../usage/prices.ts';
import { shutdownNotice } from '../usage/roles.ts';
import { createScreen } from './screen.ts';

/** `course models`: the registry with today's list prices. */
export async function models(context: Context, flags: RunFlags): Promise<number> {
  const screen = createScreen(context, flags);
  const now = today(context);
  const prices = await loadPrices();
  const rows = registry.map((model) => rowOf(model, prices, now));
  if (flags.json) {
    for (const row of rows) screen.printJson({ type: 'model', ...row });
    return 0;
  }
  const table = renderTable(
    {
      head: ['model', 'in', 'cached', 'out', 'context', 'longest answer', 'temperature', 'until'],
      rows: rows.map((row) => [
        row.id,
        dollars(row.input_usd_per_mtok),
        dollars(row.cached_input_usd_per_mtok),
        dollars(row.output_usd_per_mtok),
        row.context_window.toLocaleString('en'),
        row.max_output_tokens?.toLocaleString('en') ?? '–',
        row.temperature,
        row.shutdown_date ?? '',
      ]),
      align: ['left', 'right', 'right', 'right', 'right', 'right'],
      dispensable: ['longest answer', 'cached'],
    },
    screen.out,
  );
  const { theme, width } = screen.out;
  const source = `USD per million tokens, standard tier; registry checked on ${registryCheckedOn}.`;
  const notices = registry.map((model) => shutdownNotice(model, now)).filter(Boolean);
  screen.print([
    ...table,
    '',
    ...wrap(theme.dim(source), width),
    ...wrap(theme.dim(aboutEffort), width),
    ...(notices.length > 0 ? [''] : []),
    ...notices.flatMap((notice) => wrap(`- ${notice}`, width, { hanging: '  ' })),
  ]);
  return 0;
}

const aboutEffort =
  "Effort says how much a reasoning model thinks before it answers. With effort none (reasoning: { effort: 'none' } in the request) it does not think, and only then do some models take a temperature.";

const temperatureWords: Readonly<Record<Model['temperature'], string>> = {
  always: 'yes',
  without_effort: 'yes, unless effort is set',
  effort_none: 'with effort none',
  never: 'no',
};

function rowOf(model: Model, prices: PriceList, at: Date) {
  const rates = prices.rates(model.id, { at, inputTokens: 0 });
  const perMillion = (pico: PicoUsd | undefined) =>
    pico === undefined ? null : usdNumber(pico * 1_000_000n);
  return {
    id: model.id,
    kind: model.kind,
    input_usd_per_mtok: perMillion(rates?.input),
    cached_input_usd_per_mtok: perMillion(rates?.cachedInput),
    cache_write_usd_per_mtok: perMillion(rates?.cacheWrite),
    output_usd_per_mtok: model.kind === 'text' ? perMillion(rates?.output) : null,
    context_window: model.contextWindow,
    max_output_tokens: model.maxOutputTokens,
    temperature: model.kind === 'text' ? temperatureWords[model.temperature] : '–',
    reasoning: model.reasoning,
    shutdown_date: model.shutdown,
    replacement: model.replacement,
  };
}

function dollars(usd: number | null): string {
  return usd === null ? '–' : formatUsd(BigInt(Math.round(usd * 1e12)));
}
