/**
 * Loaded into a learner's program with `node --import`: a package that this course has, and the program's folder
 * has not, is found in the course. What the learner has installed wins.
 */
import { register } from 'node:module';

/** The part of Node's resolve hook that is used (Node's documentation, "Customization hooks"). */
interface ResolveContext {
  readonly parentURL?: string;
}
type Resolve<Result> = (specifier: string, context: ResolveContext) => Promise<Result>;

/** Packages that lessons teach. */
const lent = /^(?:openai|zod|p-limit|gpt-tokenizer)(?:\/|$)/;

// Node loads this file twice: into the program, where it registers itself, and as the hook.
const asHook = '?hook';
if (!import.meta.url.endsWith(asHook)) register(`${import.meta.url}${asHook}`);

export async function resolve<Result>(
  specifier: string,
  context: ResolveContext,
  nextResolve: Resolve<Result>,
): Promise<Result> {
  try {
    return await nextResolve(specifier, context);
  } catch (error) {
    if (!lent.test(specifier)) throw error;
    return nextResolve(specifier, { ...context, parentURL: import.meta.url });
  }
}
