import { combine, type Variant } from '../compare/variant.ts';
import type { Context } from '../context.ts';
import type { RequestSettings } from '../course/plan.ts';
import { CourseError } from '../errors.ts';
import type { RequestFlags } from '../flags.ts';

/**
 * What the request flags ask for: every combination of the repeatable ones is a variant.
 * @param model OPENAI_MODEL
 * @throws CourseError empty_input for an empty prompt
 */
export async function readRequestSettings(
  context: Pick<Context, 'readInput'>,
  flags: RequestFlags,
  model: string | null,
): Promise<RequestSettings> {
  return {
    prompt: flags.prompt === undefined ? null : await readPrompt(context, flags.prompt),
    variants: variantsOf(flags),
    maxOutputTokens: flags.maxOutputTokens ?? null,
    samples: flags.samples ?? null,
    stream: flags.stream,
    model,
  };
}

async function readPrompt(context: Pick<Context, 'readInput'>, given: string): Promise<string> {
  const prompt = given === '-' ? (await context.readInput()).trim() : given.trim();
  if (prompt !== '') return prompt;
  throw new CourseError(
    'empty_input',
    given === '-' ? 'Nothing arrived on standard input.' : 'The prompt is empty.',
    'Write the question after --prompt, or pipe it in: echo "What is an API?" | course lesson 01 --prompt -',
  );
}

function variantsOf(flags: RequestFlags): RequestSettings['variants'] {
  const [first = {}, ...rest] = combine([
    options('model', flags.model),
    options('instructions', flags.instructions),
    options('temperature', flags.temperature),
    options('top_p', flags.topP),
  ]);
  return [first, ...rest];
}

function options<Name extends keyof Variant>(
  name: Name,
  values: readonly Variant[Name][] | undefined,
): Variant[] {
  return values === undefined ? [{}] : values.map((value) => ({ [name]: value }));
}
