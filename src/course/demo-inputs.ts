import { type PicoUsd, usdNumber } from '../usage/cost.ts';
import { acceptsTemperature, findModel } from '../usage/models.ts';
import type { PriceList } from '../usage/prices.ts';
import type { DemoSurroundings } from './lesson.ts';

/** What a demo is given as data, and what its setup lines show. */
export type DemoInputs = Pick<
  DemoSurroundings,
  'model' | 'question' | 'acceptsTemperature' | 'price'
>;

/** Looks up what the registry and the price list say of the model; an unknown price is NaN. */
export function demoInputs(
  { model, question }: { readonly model: string; readonly question: string },
  prices: PriceList,
  at: Date,
): DemoInputs {
  const known = findModel(model);
  const rates = prices.rates(model, { at, inputTokens: 0 });
  const perMillion = (pico: PicoUsd | undefined) =>
    pico === undefined ? Number.NaN : usdNumber(pico * 1_000_000n);
  return {
    model,
    question,
    acceptsTemperature: known !== undefined && acceptsTemperature(known, null),
    price: {
      input: perMillion(rates?.input),
      cachedInput: perMillion(rates?.cachedInput),
      output: perMillion(rates?.output),
    },
  };
}
