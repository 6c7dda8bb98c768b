import type { Environment } from '../context.ts';

/** What of the learner's environment must not reach a program that is checked: keys, and what leads requests elsewhere. */
const withheld =
  /^(?:OPENAI_|AZURE_OPENAI_|COURSE_|NODE_OPTIONS$|NODE_CHANNEL_|VITEST|(?:https?|all)_proxy$)/i;
const looksLikeKey = /\bsk-[\w-]{8,}/;

/** The environment of a program that is checked: the learner's own, with a throw-away key and the server of the check. */
export function learnerEnv(
  env: Environment,
  api: { readonly baseUrl: string; readonly key: string },
): Record<string, string> {
  const kept = Object.entries(env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && !withheld.test(entry[0]) && !looksLikeKey.test(entry[1]),
  );
  return {
    ...Object.fromEntries(kept),
    OPENAI_BASE_URL: api.baseUrl,
    OPENAI_API_KEY: api.key,
    // As on a terminal, where Python does not hold its output back until the end.
    PYTHONUNBUFFERED: '1',
    // A check leaves nothing behind in the learner's folder.
    PYTHONDONTWRITEBYTECODE: '1',
  };
}
