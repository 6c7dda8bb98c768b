import type { Field } from './fields.ts';

/** A number that may come as text, as in a query or a form. */
export function numeric(field: Field<number>): Field<number> {
  return (value, path) => {
    const isNumber = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value);
    return field(isNumber ? Number(value) : value, path);
  };
}
