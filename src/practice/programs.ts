import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Language, runners } from './languages.ts';

/** Stands for the model in every program of an exercise, since models come and go. */
const modelName = 'the-model';

/**
 * A program that comes with an exercise, for the model that the learner uses.
 * @param path absolute
 */
export async function readProgram(path: string, model: string): Promise<string> {
  return (await readFile(path, 'utf8')).replaceAll(modelName, model);
}

/** @param folder of the exercise */
export function starterPath(folder: string, language: Language): string {
  return join(folder, `start.${runners[language].extension}`);
}

/** @param folder of the exercise */
export function solutionPath(folder: string): string {
  return join(folder, 'solution.mts');
}
