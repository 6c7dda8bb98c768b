import { type ResolveHook, register } from 'node:module';

/**
 * Loaded into a learner's program with `--import`: what the program cannot find beside itself, `openai` say, comes from
 * the course's own packages. Node loads this file twice, the second time on the thread that resolves.
 */
const isLoader = import.meta.url.endsWith('?loader');
if (!isLoader) register(`${import.meta.url}?loader`);

export const resolve: ResolveHook = async (specifier, context, next) => {
  try {
    return await next(specifier, context);
  } catch (error) {
    const isPackage = /^(?:openai|zod|p-limit)(?:\/|$)/.test(specifier);
    if (!isPackage) throw error;
    return next(specifier, { ...context, parentURL: import.meta.url });
  }
};
