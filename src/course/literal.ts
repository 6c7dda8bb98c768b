import { inspect } from 'node:util';

/** Columns that a list or an object is written in one line for. */
const width = 80;

/** A JSON value as JavaScript source. @param indent of the line that it begins on */
export function literal(value: unknown, indent = ''): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((item) => literal(item, inner));
    return enclosed(`[${items.join(', ')}]`, items, indent);
  }
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(
      ([name, field]) => `${key(name)}: ${literal(field, inner)}`,
    );
    return enclosed(fields.length > 0 ? `{ ${fields.join(', ')} }` : '{}', fields, indent);
  }
  return scalar(value, indent);
}

/** In one line if that is possible. */
function enclosed(line: string, parts: readonly string[], indent: string): string {
  if (!line.includes('\n') && indent.length + line.length <= width) return line;
  const lines = parts.map((part) => `${indent}  ${part},\n`);
  return `${line.at(0)}\n${lines.join('')}${indent}${line.at(-1)}`;
}

/** Long texts are broken after their own line breaks. */
function scalar(value: unknown, indent: string): string {
  const breakLength = width - indent.length;
  return inspect(value, { breakLength, maxStringLength: null }).replaceAll('\n', `\n${indent}`);
}

function key(name: string): string {
  // In any other form it would set the prototype.
  if (name === '__proto__') return "['__proto__']";
  if (/^[A-Za-z_$][\w$]*$/.test(name)) return name;
  const quoted = inspect(name, { breakLength: Number.POSITIVE_INFINITY, maxStringLength: null });
  // A name that holds both kinds of quotes comes as a template, and a key cannot be one.
  return quoted.startsWith('`') ? JSON.stringify(name) : quoted;
}
