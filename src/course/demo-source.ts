import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inspect } from 'node:util';
import type { RequestOverrides } from '../client/overrides.ts';
import type { DemoInputs } from './demo-inputs.ts';

/** A demo as the learner reads it. */
export interface DemoSource {
  /** The lines that a program of one's own needs before it: imports, the client, the inputs. */
  readonly setup: string;
  /** The body of the demo's function, word for word. */
  readonly body: string;
}

/**
 * Reads what a demo file shows.
 * @param folder the lesson's folder, absolute
 * @throws Error when the file has no exported function in the form that demos have
 */
export async function readDemoSource(
  folder: string,
  file: string,
  inputs: DemoInputs,
): Promise<DemoSource> {
  const source = await readFile(join(folder, file), 'utf8');
  return demoSource(source, inputs);
}

export function demoSource(source: string, inputs: DemoInputs): DemoSource {
  const match = /^export async function \w+\(([^)]*)\)[^{\n]*\{\n(.*?)^\}$/ms.exec(source);
  if (!match) throw new Error('A demo file exports one async function.');
  const [, parameters = '', indented = ''] = match;
  const body = indented.replaceAll(/^ {2}/gm, '').trimEnd();
  return { setup: setupLines(source, parameters, inputs).join('\n'), body };
}

/** The imports that exist at run time, then what the function is given, as a program writes it. */
function setupLines(source: string, parameters: string, inputs: DemoInputs): string[] {
  const imports = source.match(/^import (?!type\b).*;$/gm) ?? [];
  const takes = (name: string) => new RegExp(`\\b${name}\\b`).test(parameters);
  const lines = imports.filter((line) => !line.includes("from 'openai'"));
  if (takes('client')) {
    lines.unshift(
      imports.find((line) => line.includes("from 'openai'")) ?? "import OpenAI from 'openai';",
    );
    lines.push('const client = new OpenAI();');
  }
  if (takes('model')) lines.push(`const model = ${literal(inputs.model)};`);
  if (takes('question')) lines.push(`const question = ${literal(inputs.question)};`);
  if (takes('acceptsTemperature')) {
    lines.push(`const acceptsTemperature = ${inputs.acceptsTemperature}; // see: course models`);
  }
  if (takes('price')) {
    lines.push(
      '// USD per million tokens, see: course models',
      `const price = ${inspect(inputs.price)};`,
    );
  }
  return lines;
}

type Field = readonly [name: string, value: unknown];

/** How a request differs from the code that makes it. */
export interface Changes {
  /** Fields that the code sets to something else. */
  readonly changed: readonly Field[];
  /** Fields that the code does not name. */
  readonly added: readonly Field[];
}

/** What of the overrides the reader of a demo does not see in its code. */
export function changesTo({ body }: DemoSource, overrides: RequestOverrides): Changes {
  const unseen = Object.entries(overrides).filter(
    ([name, value]) => !body.includes(`${name}: ${literal(value)}`),
  );
  const isNamed = ([name]: Field) => body.includes(`${name}: `);
  return {
    changed: unseen.filter(isNamed),
    added: unseen.filter((field) => !isNamed(field)),
  };
}

/** A value as it stands in code: texts in single quotes where that needs no escapes. */
function literal(value: unknown): string {
  const isPlain = typeof value === 'string' && /^[^'\\\p{Cc}\u2028\u2029]*$/u.test(value);
  return isPlain ? `'${value}'` : JSON.stringify(value);
}
