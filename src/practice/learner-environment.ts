import type { Environment } from '../context.ts';

/** Names of variables that may hold a secret, or send the program elsewhere. */
const withheld = /^OPENAI_|API_?KEY|TOKEN|SECRET|PASSWORD|^NODE_OPTIONS$|_PROXY$/i;

/** The learner's environment for a program that is judged: no key of theirs, and the sandbox as the API. */
export function learnerEnvironment(env: Environment, baseUrl: string, apiKey: string): Environment {
  const harmless = Object.entries(env).filter(([name]) => !withheld.test(name));
  return {
    ...Object.fromEntries(harmless),
    OPENAI_BASE_URL: baseUrl,
    OPENAI_API_KEY: apiKey,
    NO_PROXY: '127.0.0.1',
    // Python keeps back what it prints into a pipe; the times of the output would be those of its end.
    PYTHONUNBUFFERED: '1',
  };
}
