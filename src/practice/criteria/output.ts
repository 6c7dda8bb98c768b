/** Criteria about what the program prints. */
import type { Criterion } from '../exercise.ts';
import type { Observation } from '../observation.ts';
import { answeredRequests, quoted, textOf, words } from './reading.ts';
import { whyTooFew } from './requests.ts';

interface About extends Partial<Criterion> {
  /** Answers that it takes to judge; 1 if left out. */
  readonly least?: number;
}

/** Prints the text of the one answer, and nothing else. */
export const printsOnlyTheText: Criterion = {
  id: 'prints-only-the-text',
  name: 'It prints the text of the answer, and nothing else.',
  expected: 'the text of the answer on standard output',
  judge: (observation) => {
    const printed = words(textOf(observation.program.stdout));
    const text = words(answeredRequests(observation).at(-1)?.outputText ?? '');
    if (printed === '') return { passed: false, actual: 'nothing was printed' };
    if (text === '') return { passed: false, actual: `${quoted(printed)}, but no answer had come` };
    if (printed === text) return { passed: true, actual: quoted(printed) };
    return { passed: false, actual: differently(printed, text) };
  },
};

function differently(printed: string, text: string): string {
  if (!printed.includes(text)) return `something else: ${quoted(printed)}`;
  const at = printed.indexOf(text);
  const [before, after] = [printed.slice(0, at), printed.slice(at + text.length)];
  const extra = words(before) || words(after);
  return `the text and more: ${quoted(extra)}`;
}

/** Prints the whole text of every answer. */
export function printsTheAnswers({ least, ...about }: About = {}): Criterion {
  return {
    id: 'prints-the-answers',
    name: 'It prints the text of each answer, whole.',
    expected: 'every answer on standard output',
    ...about,
    judge: (observation) => {
      const printed = words(textOf(observation.program.stdout));
      const answers = answerTexts(observation);
      const missing = answers.find((text) => !printed.includes(text));
      if (answers.length === 0) return { passed: false, actual: 'there was no answer to print' };
      if (missing !== undefined)
        return { passed: false, actual: `${quoted(missing)} was not printed` };
      const tooFew = whyTooFew(observation, least);
      return { passed: tooFew === null, actual: tooFew ?? 'all of it was printed' };
    },
  };
}

function answerTexts(observation: Observation): string[] {
  return answeredRequests(observation).map(({ outputText }) => words(outputText ?? ''));
}
