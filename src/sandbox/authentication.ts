import { missingKey, wrongKey } from './wire/errors.ts';

/**
 * Lets a request through whose bearer key begins `sk-` and does not contain `wrong`: any key a learner makes up
 * works, and a wrong one is easy to make.
 * @param authorization the header
 * @returns the key
 * @throws ApiError 401
 */
export function authenticate(authorization: string | undefined): string {
  const key = /^bearer\s+(.*)$/i.exec(authorization ?? '')?.[1]?.trim();
  if (!key) throw missingKey();
  if (!key.startsWith('sk-') || key.includes('wrong')) throw wrongKey(maskKey(key));
  return key;
}

/** The shortest key that was recorded in an error text had 17 characters; what would hide less of one is not shown. */
const shortestShown = 17;

/** A key as OpenAI's error text shows it: the first 8 characters, a `*` for each hidden one, the last 4; a short one is all hidden. */
export function maskKey(key: string): string {
  if (key.length < shortestShown) return '*'.repeat(key.length);
  return `${key.slice(0, 8)}${'*'.repeat(key.length - 12)}${key.slice(-4)}`;
}
