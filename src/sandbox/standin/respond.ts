import { createRandom } from '../random.ts';
import { readConversation } from './conversation.ts';
import { describe, imageFacts } from './describe.ts';
import { fill } from './json/fill.ts';
import { PromptValues } from './json/prompt-values.ts';
import type { Schema } from './json/schema.ts';
import type { StandinRequest, Turn } from './standin.ts';
import { planCalls } from './tools/calls.ts';
import type { FunctionCall, FunctionUse } from './tools/function.ts';
import { askFor, isAskedFor, report } from './tools/report.ts';

/** The form in which a text is to be given. */
type OutputFormat =
  | { readonly type: 'text' }
  /** Some JSON object. */
  | { readonly type: 'json_object' }
  | { readonly type: 'json_schema'; readonly name: string; readonly schema: Schema };

/** Everything that a request asks of a model, on whichever endpoint. */
export interface Task extends StandinRequest {
  readonly format: OutputFormat;
  readonly functions: FunctionUse;
}

/** What a model gives: a text, or functions to call. */
export type Outcome =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'calls'; readonly calls: readonly FunctionCall[] };

/**
 * Does in place of a model what a request asks for: calls functions when the prompt asks for it, tells what they
 * gave, and writes its text in the format that is wanted.
 * @param answer what answers in prose
 */
export function respond(task: Task, answer: (request: StandinRequest) => string): Outcome {
  if (asksForProse(task)) return { kind: 'text', text: answer(task) };
  const question = questionOf(task.turns);
  const random = inventions(task, question);
  const plan = planCalls(question, task.functions, random);
  if (plan.kind === 'calls') return plan;
  const { results } = task.functions;
  const images = task.turns.findLast(({ role }) => role === 'user')?.images ?? [];
  const say = () => {
    if (plan.kind === 'ask') return askFor(plan.function, plan.missing);
    if (results.length > 0) return report(results);
    return images.length > 0 ? describe(images) : answer(task);
  };
  const material = [question, ...results.map(({ output }) => output), ...images.map(imageFacts)];
  return { kind: 'text', text: inFormat(task.format, { material, say, random }) };
}

/** As most requests do: nothing but the stand-in has a part in that. */
function asksForProse({ format, functions, turns }: Task): boolean {
  return (
    format.type === 'text' &&
    functions.functions.length === 0 &&
    functions.results.length === 0 &&
    !turns.some(({ images }) => images)
  );
}

interface Writing {
  /** The texts in which values are looked for. */
  readonly material: readonly string[];
  readonly say: () => string;
  readonly random: () => number;
}

function inFormat(format: OutputFormat, { material, say, random }: Writing): string {
  if (format.type === 'text') return say();
  if (format.type === 'json_object') return asJsonObject(say());
  const { name, schema } = format;
  const values = new PromptValues(material.join('\n'));
  return JSON.stringify(fill({ schema, name, values, say, random }).value);
}

/** At temperature 0 the same question has the same made-up values every time. */
function inventions({ temperature, random }: Task, question: string): () => number {
  if (temperature > 0) return random;
  let repeated: (() => number) | undefined;
  return () => {
    // Most answers invent nothing.
    repeated ??= createRandom(question);
    return repeated();
  };
}

/** The last message of the user; with the one before it when it only says what the stand-in had to ask for. */
function questionOf(turns: readonly Turn[]): string {
  const { question, earlier } = readConversation(turns);
  const asked = earlier.at(-1);
  const isReply = asked?.role === 'assistant' && isAskedFor(asked.text);
  const before = isReply ? earlier.findLast(({ role }) => role === 'user') : undefined;
  return before === undefined ? question : `${before.text}\n${question}`;
}

/** The stand-in writes JSON itself when the prompt asks for it in so many words. */
function asJsonObject(text: string): string {
  return text.startsWith('{') && text.endsWith('}') ? text : JSON.stringify({ answer: text });
}
