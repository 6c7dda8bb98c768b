import { Argument, Command, type Option, type OutputConfiguration } from 'commander';
import { choiceArgument, type Missing, missingChoice, refuseMissing } from './choice-argument.ts';
import type { Context } from './context.ts';
import { CourseError } from './errors.ts';
import {
  addFlags,
  benchFlags,
  budgetFlag,
  callFlags,
  outputFlags,
  practiceActions,
  practiceFlags,
  quickFlag,
  quizFlags,
  requestFlags,
  sandboxFlags,
  serverFlags,
  stepFlag,
  targetFlags,
  xpFlag,
  yesFlag,
} from './flags.ts';
import { slugRules } from './scaffold/new-lesson.ts';
import { similar } from './spelling.ts';

const benchKinds = ['async', 'stream'] as const;
const progressActions = ['export', 'import'] as const;

/** Does what a command is for; gives the exit code, or throws a CourseError that has one. */
export type Run = (context: Context) => Promise<number>;

export interface ProgramOptions {
  readonly version: string;
  readonly output: OutputConfiguration;
  /** Told what was chosen, before anything of it is loaded. */
  readonly onChosen: (run: Run) => void;
  /** What stands after `--`, which commander does not tell from what stands before it. */
  readonly afterDashes: readonly string[];
  /** Runs another command line: what was picked from the menu. */
  readonly runCommand: (args: readonly string[]) => Promise<number>;
}

/**
 * Declares the commands and their flags; each loads its own file when it is chosen, so that `--help` is quick.
 * Parsing throws CommanderError for wrong usage and for `--help`, CourseError for a value out of range.
 */
export function createProgram(options: ProgramOptions): Command {
  const { version, output, afterDashes, onChosen, runCommand } = options;
  const program = new Command('course')
    .description('Learn the OpenAI API by watching real requests: offline, or with a key of yours.')
    .version(version, '--version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .enablePositionalOptions()
    .configureOutput(output)
    .configureHelp({
      sortSubcommands: false,
      // Text beside its term stays within the width down to 60 columns.
      minWidthToWrap: 10,
      subcommandTerm: (command) => `${command.name()} ${command.usage()}`.replace(' [options]', ''),
    })
    .exitOverride()
    .addHelpText('after', '\nStart here: course lesson 01');

  /** Declares one command; `run` gets its arguments and all its flags. */
  const declare = (
    name: string,
    summary: string,
    declaration: {
      readonly arguments?: readonly Argument[];
      readonly missing?: Missing;
      readonly flags: readonly Option[];
    },
    run: (given: { args: string[]; flags: never }) => Run,
  ) => {
    const command = program
      .command(name)
      .description(summary)
      .helpOption('-h, --help', 'show help');
    for (const argument of declaration.arguments ?? []) command.addArgument(argument);
    if (declaration.missing) refuseMissing(command, declaration.missing);
    addFlags(command, declaration.flags);
    command.allowExcessArguments(false).action(() => {
      onChosen(run({ args: command.args, flags: command.optsWithGlobals() as never }));
    });
  };

  addFlags(program, outputFlags());
  // Commander takes an unknown command for an argument of this action.
  program.allowExcessArguments(true).action(() => {
    const [unknown] = program.args;
    if (unknown !== undefined) throw unknownCommand(unknown, program);
    onChosen(async (context) =>
      (await import('./commands/menu.ts')).menu(context, program.opts(), program, runCommand),
    );
  });

  declare(
    'lesson',
    'one lesson, step by step',
    {
      arguments: [
        new Argument('[id]', 'such as 01, 1 or first-call; if left out, the next unfinished one'),
      ],
      flags: [
        stepFlag(),
        yesFlag(),
        ...requestFlags(),
        ...targetFlags(),
        ...sandboxFlags(),
        ...callFlags(),
        budgetFlag(),
        ...outputFlags(),
      ],
    },
    ({ args, flags }) =>
      async (context) =>
        (await import('./commands/lesson.ts')).lesson(context, args[0], flags),
  );
  declare(
    'compare',
    'the same question over every combination of the repeatable flags, side by side',
    {
      arguments: [new Argument('[prompt]', 'what to ask; -: read it from standard input')],
      flags: [
        ...requestFlags(),
        ...targetFlags(),
        ...sandboxFlags(),
        ...callFlags(),
        budgetFlag(),
        ...outputFlags(),
      ],
    },
    ({ args, flags }) =>
      async (context) =>
        (await import('./commands/compare.ts')).compare(context, args[0], flags),
  );
  declare(
    'bench',
    'what calls at once bring (async), and what streaming does (stream): times, and why',
    {
      arguments: [choiceArgument('bench', '<kind>', 'what to measure', benchKinds)],
      missing: missingChoice('bench', benchKinds),
      flags: [
        ...benchFlags(),
        yesFlag(),
        ...requestFlags(),
        ...targetFlags(),
        ...sandboxFlags(),
        ...callFlags(),
        budgetFlag(),
        ...outputFlags(),
      ],
    },
    ({ args, flags }) =>
      async (context) =>
        (await import('./commands/bench.ts')).bench(
          context,
          args[0] as (typeof benchKinds)[number],
          flags,
        ),
  );
  declare(
    'quiz',
    'the questions of a lesson, or those that you missed',
    {
      arguments: [new Argument('[id]', 'a lesson; if left out, the next with an open question')],
      flags: [...quizFlags(), ...outputFlags()],
    },
    ({ args, flags }) =>
      async (context) =>
        (await import('./commands/quiz.ts')).quiz(context, args[0], flags),
  );
  declare(
    'practice',
    'exercises for your editor; a check runs your program and judges the requests that it sends',
    {
      arguments: [
        choiceArgument(
          'practice',
          '[action]',
          'what to do; if left out, the list',
          practiceActions,
        ),
        new Argument('[id]', 'such as 03.1; 03, or nothing, is the next that is not solved'),
        new Argument('[command...]', 'check: after --, what to run instead of your file'),
      ],
      flags: [...practiceFlags(), yesFlag(), ...outputFlags()],
    },
    ({ args, flags }) =>
      async (context) => {
        const { practice } = await import('./commands/practice/practice.ts');
        const typed = args.slice(0, args.length - afterDashes.length);
        return practice(context, typed, afterDashes, flags);
      },
  );
  declare(
    'progress',
    'what you have done; export and import move it between machines',
    {
      arguments: [
        choiceArgument('progress', '[action]', 'export or import', progressActions),
        new Argument('[file]', 'where to; import reads standard input for -'),
      ],
      flags: [xpFlag(), ...outputFlags()],
    },
    ({ args: [action, file], flags }) =>
      async (context) => {
        if (action === undefined)
          return (await import('./commands/progress.ts')).progress(context, flags);
        const { exportProgress, importProgress } = await import('./commands/move-progress.ts');
        return action === 'export'
          ? exportProgress(context, file, flags)
          : importProgress(context, file, flags);
      },
  );
  declare(
    'list',
    'the lessons, with your progress',
    { flags: outputFlags() },
    ({ flags }) =>
      async (context) =>
        (await import('./commands/list.ts')).list(context, flags),
  );
  declare(
    'models',
    'models with their prices, context windows, what they accept and when they shut down',
    { flags: outputFlags() },
    ({ flags }) =>
      async (context) =>
        (await import('./commands/models.ts')).models(context, flags),
  );
  declare(
    'doctor',
    'checks Node, terminal, key and server, and says what to mend',
    { flags: [...targetFlags(), ...callFlags(), ...outputFlags()] },
    ({ flags }) =>
      async (context) =>
        (await import('./commands/doctor.ts')).doctor(context, flags),
  );
  declare(
    'sandbox',
    'the embedded API server on its own, for any client in any language',
    { flags: [...serverFlags(), ...sandboxFlags(), ...outputFlags()] },
    ({ flags }) =>
      async (context) =>
        (await import('./commands/sandbox.ts')).sandbox(context, flags),
  );
  declare(
    'new',
    'for authors: writes a lesson whose prose is left to write',
    {
      arguments: [new Argument('<slug>', 'its name, such as tool-calls')],
      missing: { lacks: 'a name for the lesson.', advice: slugRules },
      flags: outputFlags(),
    },
    ({ args: [slug = ''], flags }) =>
      async (context) =>
        (await import('./commands/new.ts')).newLesson(context, slug, flags),
  );
  declare(
    'lint',
    'for authors: checks the lessons',
    {
      arguments: [new Argument('[id]', 'one lesson; if left out, all')],
      flags: [quickFlag(), ...outputFlags()],
    },
    ({ args, flags }) =>
      async (context) =>
        (await import('./commands/lint.ts')).lint(context, args[0], flags, program),
  );
  return program;
}

function unknownCommand(typed: string, program: Command): CourseError {
  const [meant] = similar(
    typed,
    program.commands.map((command) => command.name()),
  );
  return new CourseError(
    'unknown_command',
    `There is no command "${typed}".`,
    `${meant ? `Did you mean ${meant}? ` : ''}What there is: course --help`,
  );
}
