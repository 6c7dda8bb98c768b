import { asSchema, type Schema } from './standin/json/schema.ts';
import type { FunctionSpec } from './standin/tools/function.ts';

/**
 * Functions as a model reads them, and so as they are billed: as TypeScript. The form is the one that OpenAI
 * documents for its open models (its guide to the harmony response format).
 */
export function functionDefinitions(functions: readonly FunctionSpec[]): string {
  const defined = functions.map(
    ({ name, description, parameters }) =>
      `${comment(description)}type ${name} = (${argument(parameters)}) => any;\n\n`,
  );
  return `# Tools\n\n## functions\n\nnamespace functions {\n\n${defined.join('')}} // namespace functions`;
}

/** The schema of an answer as a model reads it; source as above. */
export function formatDefinition(name: string, description: string | null, schema: Schema): string {
  return `# Response Formats\n\n## ${name}\n\n${comment(description)}${JSON.stringify(schema)}`;
}

function argument(parameters: Schema | null): string {
  const properties = asSchema(parameters?.properties);
  return Object.keys(properties).length === 0 ? '' : `_: ${typeText(parameters ?? {})}`;
}

/** A schema as a TypeScript type. */
function typeText(schema: Schema): string {
  const { $ref, enum: members, const: only, anyOf, type, items } = schema;
  if (typeof $ref === 'string') return $ref.split('/').at(-1) ?? 'any';
  if (only !== undefined) return JSON.stringify(only);
  if (Array.isArray(members)) return members.map((each) => JSON.stringify(each)).join(' | ');
  if (Array.isArray(anyOf)) return anyOf.map((each) => typeText(asSchema(each))).join(' | ');
  if (Array.isArray(type))
    return type.map((each) => typeText({ ...schema, type: each })).join(' | ');
  if (type === 'array') return `${grouped(typeText(asSchema(items)))}[]`;
  if (type === 'object') return objectText(schema);
  if (type === 'integer') return 'number';
  return typeof type === 'string' ? type : 'any';
}

function grouped(type: string): string {
  return type.includes(' | ') ? `(${type})` : type;
}

function objectText({ properties, required }: Schema): string {
  const needed: readonly unknown[] = Array.isArray(required) ? required : [];
  const lines = Object.entries(asSchema(properties)).map(([name, value]) => {
    const child = asSchema(value);
    const mark = needed.includes(name) ? '' : '?';
    return `${comment(child.description)}${name}${mark}: ${typeText(child)},\n`;
  });
  return `{\n${lines.join('')}}`;
}

function comment(description: unknown): string {
  return typeof description === 'string' && description !== '' ? `// ${description}\n` : '';
}
