import { answer, type StandinRequest, type Turn } from '../../../src/sandbox/standin/standin.ts';

/** Numbers in [0, 1) that are the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    // A linear congruential generator with the constants of Numerical Recipes.
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

const unused = (): never => {
  throw new Error('random must not be called');
};

/** Asks one question at temperature 0, unless told otherwise. */
export function ask(
  question: string,
  {
    instructions,
    ...sampling
  }: Partial<Omit<StandinRequest, 'turns'>> & { instructions?: string } = {},
): string {
  const turns: Turn[] = [{ role: 'user', text: question }];
  if (instructions !== undefined) turns.unshift({ role: 'developer', text: instructions });
  return answer({ turns, temperature: 0, topP: 1, random: unused, ...sampling });
}

/** The last answer of a conversation whose user says these things in turn. */
export function converse(...questions: readonly string[]): string {
  const turns: Turn[] = [];
  let text = '';
  for (const question of questions) {
    turns.push({ role: 'user', text: question });
    text = answer({ turns, temperature: 0, topP: 1, random: unused });
    turns.push({ role: 'assistant', text });
  }
  return text;
}

/** Distinct answers among so many, drawn with one seed. */
export function variety(
  question: string,
  sampling: { temperature: number; topP?: number; draws: number; instructions?: string },
): number {
  const random = seeded(7);
  const { draws, ...rest } = sampling;
  return new Set(Array.from({ length: draws }, () => ask(question, { random, ...rest }))).size;
}
