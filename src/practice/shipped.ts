import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../context.ts';
import { demoInputs } from '../course/demo-inputs.ts';
import { today } from '../course-env.ts';
import { loadPrices } from '../usage/prices.ts';
import { modelForRole } from '../usage/roles.ts';
import type { Exercise, Language } from './exercise.ts';
import { languageRules } from './languages.ts';
import { exerciseFolder } from './work-files.ts';

/** What starters and solutions name as they are shipped: a model, and its price in USD per million tokens. */
const shippedFacts = { model: 'gpt-4o-mini', input: '0.15', output: '0.60' } as const;

type Host = Pick<Context, 'packageRoot' | 'env' | 'clock'>;

/** The text of a starter or of our solution, with today's model and price: it runs as long as the course does. */
export async function readShipped(
  kind: 'start' | 'solution',
  exercise: Pick<Exercise, 'id' | 'slug'>,
  language: Language,
  host: Host,
): Promise<string> {
  const file = `${kind}${languageRules[language].extension}`;
  const text = await readFile(join(exerciseFolder(host.packageRoot, exercise), file), 'utf8');
  // Accepts a temperature and does not reason: what every exercise is written for.
  const { model } = modelForRole('temperature', today(host));
  return model.id === shippedFacts.model ? text : withFacts(text, model.id, today(host));
}

async function withFacts(text: string, model: string, day: Date): Promise<string> {
  const { price } = demoInputs({ model, question: '' }, await loadPrices(), day);
  return text
    .replaceAll(shippedFacts.model, model)
    .replaceAll(shippedFacts.input, String(price.input))
    .replaceAll(shippedFacts.output, String(price.output));
}
