import { Argument, type Command } from 'commander';
import { CourseError } from './errors.ts';
import { similar } from './spelling.ts';

/**
 * Declares an argument of `command` that is one of a few words. What is wrong with it is said in our words.
 * @param flags as commander writes it: `<kind>` must be there, `[action]` may be left out
 */
export function choiceArgument(
  command: string,
  flags: string,
  description: string,
  choices: readonly string[],
): Argument {
  return new Argument(flags, description).choices(choices).argParser((typed) => {
    if (choices.includes(typed)) return typed;
    const [meant] = similar(typed, choices);
    throw new CourseError(
      'invalid_value',
      `There is no "course ${command} ${typed}".`,
      `${meant ? `Did you mean ${meant}? ` : ''}${example(command, choices, meant)}`,
    );
  });
}

/** What is said of an argument that is missing: what it is, and what to type. */
export interface Missing {
  readonly lacks: string;
  readonly advice: string;
}

/** Says in our words, too, that an argument is missing. */
export function refuseMissing(command: Command, { lacks, advice }: Missing): void {
  command.exitOverride((error) => {
    if (error.code !== 'commander.missingArgument') throw error;
    throw new CourseError('usage', `"course ${command.name()}" lacks ${lacks}`, advice);
  });
}

export function missingChoice(command: string, choices: readonly string[]): Missing {
  return {
    lacks: `a word: which of ${choices.join(' and ')}?`,
    advice: example(command, choices),
  };
}

function example(command: string, choices: readonly string[], named = choices[0]): string {
  return `Use one of: ${choices.join(', ')}. For example: course ${command} ${named}`;
}
