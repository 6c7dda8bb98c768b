import { fill } from '../json/fill.ts';
import { PromptValues } from '../json/prompt-values.ts';
import { asSchema, type Schema } from '../json/schema.ts';
import { propertySlot, rootSlot } from '../json/slot.ts';
import { valuesLeft } from '../json/strings.ts';
import { gist } from '../words.ts';
import type { FunctionCall, FunctionSpec, FunctionUse } from './function.ts';
import { askedFor, relevance } from './match.ts';

/** Calls that a model would make now, or what it would have to know first. */
export type Plan =
  | { readonly kind: 'calls'; readonly calls: readonly FunctionCall[] }
  | { readonly kind: 'ask'; readonly function: string; readonly missing: readonly string[] }
  | { readonly kind: 'nothing' };

/** One question leads to no more calls of a function than this. */
const mostCalls = 8;

/**
 * Which of the functions to call for a question, with which arguments: those whose name, description or parameters
 * the question mentions; one of them several times when it names several things. Calls that were made are left out.
 * @param random uniform in [0, 1), for arguments that the question does not give
 */
export function planCalls(
  question: string,
  { functions, choice, inParallel, results }: FunctionUse,
  random: () => number,
): Plan {
  if (choice === 'none' || functions.length === 0) return { kind: 'nothing' };
  const wanted = wantedFunctions(gist(question), functions, choice === 'required');
  const drafts = wanted.flatMap(({ spec, text }) => draftCalls(spec, text, random));
  const lacking = drafts.find(({ missing }) => missing.length > 0);
  if (lacking && choice === 'auto' && results.length === 0) {
    return { kind: 'ask', function: lacking.call.name, missing: lacking.missing };
  }
  // A call that is forced is made again, whatever came of the first.
  const made = choice === 'auto' ? results.map(({ name }) => name) : [];
  const open = withoutMade(
    drafts.map(({ call }) => call),
    made,
  );
  if (open.length === 0) return { kind: 'nothing' };
  return { kind: 'calls', calls: inParallel ? open : open.slice(0, 1) };
}

interface Wanted {
  readonly spec: FunctionSpec;
  /** The part of the question that is about this function. */
  readonly text: string;
}

function wantedFunctions(
  question: string,
  functions: readonly FunctionSpec[],
  isForced: boolean,
): Wanted[] {
  const clauses = question.split(/(?<=[.;?!\n])\s+|,?\s+(?:and|then|also)\s+(?=\p{Ll})/u);
  const parts = new Map<FunctionSpec, string[]>();
  let current: FunctionSpec | undefined;
  for (const clause of clauses) {
    current = bestFor(clause, functions) ?? current;
    if (current !== undefined) parts.set(current, [...(parts.get(current) ?? []), clause]);
  }
  const [first] = functions;
  if (parts.size === 0 && isForced && first !== undefined) return [{ spec: first, text: question }];
  // With one function everything is about it, also what was said before it was named.
  if (parts.size === 1) return [...parts.keys()].map((spec) => ({ spec, text: question }));
  return [...parts].map(([spec, texts]) => ({ spec, text: texts.join(' ') }));
}

function bestFor(clause: string, functions: readonly FunctionSpec[]): FunctionSpec | undefined {
  const asked = askedFor(clause);
  const rated = functions.map((spec) => ({ spec, score: relevance(spec, asked) }));
  const [best] = rated.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
  return best?.spec;
}

interface Draft {
  readonly call: FunctionCall;
  /** Required arguments that the question does not give. */
  readonly missing: readonly string[];
}

function draftCalls(
  { name, parameters }: FunctionSpec,
  text: string,
  random: () => number,
): Draft[] {
  const schema = parameters ?? { type: 'object' };
  const values = new PromptValues(text);
  const times = Math.min(Math.max(1, repeats(schema, name, values)), mostCalls);
  return Array.from({ length: times }, () => {
    const { value, madeUp } = fill({ schema, name, values, say: () => text, random });
    return { call: { name, arguments: JSON.stringify(value) }, missing: madeUp };
  });
}

/** How many things the question names for the first argument that takes one of them. */
function repeats(schema: Schema, name: string, values: PromptValues): number {
  const required = Array.isArray(schema.required) ? schema.required : [];
  const texts = Object.entries(asSchema(schema.properties)).filter(
    ([property, child]) => required.includes(property) && asSchema(child).type === 'string',
  );
  const counts = texts.map(([property, child]) =>
    valuesLeft(propertySlot(property, asSchema(child), rootSlot(name)), asSchema(child), values),
  );
  return counts.find((count) => count > 0) ?? 0;
}

/** The calls, less one of the same function for each that was made. */
function withoutMade(calls: readonly FunctionCall[], made: readonly string[]): FunctionCall[] {
  const left = [...made];
  return calls.filter(({ name }) => {
    const index = left.indexOf(name);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}
