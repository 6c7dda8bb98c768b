import type { Prompts } from '../context.ts';
import type { Prediction, StepOutcome } from '../course/lesson.ts';
import { wrap } from '../terminal/text.ts';
import type { Layout } from '../terminal/theme.ts';

/** The learner's guess: a number, or the index of a choice; null when they would rather not. */
export async function askPrediction(
  prompts: Prompts,
  prediction: Prediction,
): Promise<number | null> {
  if (prediction.kind === 'choice') {
    return prompts.select<number | null>({
      message: 'Your guess',
      choices: [
        ...prediction.choices.map((name, value) => ({ name, value })),
        { name: 'Just run it', value: null },
      ],
    });
  }
  const line = await prompts.input({
    message: `Your guess, in ${prediction.unit} (Enter: just run it)`,
    validate: (line) =>
      /^(\d+(\.\d+)?)?$/.test(line) ? undefined : 'Type a number, or just Enter.',
  });
  return line === '' ? null : Number(line);
}

/** `1 token`, `2 tokens`, and `1 time` for times. @param unit in the plural */
function amount(value: number, unit: string): string {
  return `${value} ${value === 1 ? unit.replace(/s$/, '') : unit}`;
}

/** The guess beside what happened. */
export function tellPrediction(
  prediction: Prediction,
  guess: number,
  outcome: StepOutcome,
  { theme, width }: Layout,
): string[] {
  const actual =
    prediction.kind === 'number' ? prediction.measure(outcome) : prediction.outcome(outcome);
  if (actual === null) return [];
  const isRight = guess === actual;
  const name = (value: number) =>
    prediction.kind === 'number'
      ? amount(value, prediction.unit)
      : `"${prediction.choices[value]}"`;
  const told = isRight
    ? theme.good(`You guessed ${name(guess)}: right.`)
    : theme.warn(`You guessed ${name(guess)}; it was ${name(actual)}.`);
  return ['', ...wrap(told, width)];
}
