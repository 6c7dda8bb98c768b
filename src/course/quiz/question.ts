/** A question of a quiz. Its id names it in the learner's progress: never changed once published. */
export type Question = ChoiceQuestion | BlankQuestion | OrderQuestion;

interface Asked {
  readonly id: string;
  /** Markdown. */
  readonly question: string;
}

/** Multiple choice with one right answer, true or false among them; each choice says why it is right or wrong. */
export interface ChoiceQuestion extends Asked {
  readonly kind: 'choice';
  readonly choices: readonly {
    readonly text: string;
    readonly isRight: boolean;
    readonly explanation: string;
  }[];
}

/** A sentence with a gap, `___`. */
export interface BlankQuestion extends Asked {
  readonly kind: 'blank';
  /** What fills the gap; the first is how we write it. Quotes and backticks do not matter, and case only in code. */
  readonly accepts: readonly [string, ...string[]];
  /** The gap is code or a name in it, such as that of an environment variable. */
  readonly isCode?: boolean;
  readonly explanation: string;
  /** Answers that are likely and wrong, each with the reason. */
  readonly mistakes: readonly { readonly text: string; readonly explanation: string }[];
}

/** Things to put in order. */
export interface OrderQuestion extends Asked {
  readonly kind: 'order';
  /** In the right order. */
  readonly items: readonly string[];
  readonly explanation: string;
}

/** An answer that was judged. */
export interface Verdict {
  readonly isRight: boolean;
  /** Why the answer that was given is right or wrong. */
  readonly explanation: string;
}

/** What is offered to choose from, as it is numbered; null where something is to be written. */
export function offered(question: Question): readonly string[] | null {
  if (question.kind === 'choice') return question.choices.map(({ text }) => text);
  return question.kind === 'order' ? mixed(question.items) : null;
}

/** What would be right, as one would type it: `2`, `3 1 2` or the missing word. */
export function rightAnswer(question: Question): string {
  if (question.kind === 'blank') return question.accepts[0];
  if (question.kind === 'choice') {
    return String(question.choices.findIndex(({ isRight }) => isRight) + 1);
  }
  const shown = mixed(question.items);
  return question.items.map((item) => shown.indexOf(item) + 1).join(' ');
}

/**
 * What an answer should look like.
 * @param typed what was typed
 * @returns a sentence that says what is wrong with its form; undefined when it can be judged
 */
export function misreads(question: Question, typed: string): string | undefined {
  if (question.kind === 'blank') return typed.trim() ? undefined : 'Write what is missing.';
  const numbers = numbersIn(typed);
  const count = offered(question)?.length ?? 0;
  const all = Array.from({ length: count }, (_, index) => index + 1);
  if (question.kind === 'choice') {
    const isOne = numbers.length === 1 && all.includes(numbers[0] ?? 0);
    return isOne ? undefined : `Use a number from 1 to ${count}.`;
  }
  const isEachOnce = numbers.toSorted((a, b) => a - b).join() === all.join();
  return isEachOnce
    ? undefined
    : `Use each number from 1 to ${count} once, such as ${all.join(' ')}.`;
}

/** @param typed an answer whose form is right */
export function judge(question: Question, typed: string): Verdict {
  if (question.kind === 'blank') return judgeWord(question, typed);
  if (question.kind === 'order') {
    const isRight = numbersIn(typed).join(' ') === rightAnswer(question);
    return { isRight, explanation: question.explanation };
  }
  const { isRight = false, explanation = '' } = question.choices[Number(typed) - 1] ?? {};
  return { isRight, explanation };
}

function judgeWord(question: BlankQuestion, typed: string): Verdict {
  const { accepts, isCode = false, explanation, mistakes } = question;
  const isSame = (text: string) => plain(text).toLowerCase() === plain(typed).toLowerCase();
  const meant = accepts.find(isSame);
  if (meant !== undefined) {
    const isRight = !isCode || accepts.some((text) => plain(text) === plain(typed));
    return { isRight, explanation: isRight ? explanation : capitalsMatter(meant) };
  }
  const mistake = mistakes.find(({ text }) => isSame(text));
  return { isRight: false, explanation: mistake?.explanation ?? explanation };
}

function capitalsMatter(meant: string): string {
  return `Almost: capitals matter in code, and it is written \`${meant}\`.`;
}

/** Without what differs from hand to hand: quotes, backticks, a final stop, blanks. */
function plain(text: string): string {
  return text
    .replaceAll(/[`'"“”‘’]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/[.;]$/, '');
}

function numbersIn(typed: string): number[] {
  return (typed.match(/\d+/g) ?? []).map(Number);
}

/** Always the same for the same items, and never in order already. */
function mixed(items: readonly string[]): readonly string[] {
  const shown = items.toSorted((a, b) => scatter(a) - scatter(b));
  return shown.join('\n') === items.join('\n') ? shown.toReversed() : shown;
}

/** A number that has nothing to do with the alphabet (the hash of djb2, by D. J. Bernstein). */
function scatter(text: string): number {
  return [...text].reduce(
    (hash, letter) => ((hash * 33) ^ (letter.codePointAt(0) ?? 0)) >>> 0,
    5381,
  );
}
