import type { Language } from './language.ts';

/** The languages that can be asked for. */
export const languages: readonly Language[] = [];
