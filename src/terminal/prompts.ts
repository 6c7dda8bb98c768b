import type { Readable } from 'node:stream';
import type { Output, PromptStyle, Prompts } from '../context.ts';

export interface PromptStreams {
  /** Standard input. */
  readonly input: Readable;
  /** Standard error. */
  readonly output: Output;
  /** Ends an open question, which then throws the signal's reason. */
  readonly signal: AbortSignal;
  readonly color: boolean;
}

/**
 * Prompts for a whole run: make them once, since plain ones keep the lines that arrived early.
 * Loads inquirer for `rich` only.
 */
export async function createPrompts(style: PromptStyle, streams: PromptStreams): Promise<Prompts> {
  if (style === 'rich') {
    const { createRichPrompts } = await import('./rich-prompts.ts');
    return createRichPrompts(streams);
  }
  const { createPlainPrompts } = await import('./plain-prompts.ts');
  return createPlainPrompts(streams);
}
