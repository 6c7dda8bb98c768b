import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../context.ts';
import { today } from '../course-env.ts';
import { modelForRole } from '../usage/roles.ts';
import type { Exercise, Language } from './exercise.ts';
import { languageRules } from './languages.ts';
import { exerciseFolder } from './work-files.ts';

/** The model that starters and solutions name as they are shipped. */
const shippedModel = 'gpt-4o-mini';

type Host = Pick<Context, 'packageRoot' | 'env' | 'clock'>;

/** The text of a starter or of our solution, with a model that is live today: it runs as long as the course does. */
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
  return text.replaceAll(shippedModel, model.id);
}
