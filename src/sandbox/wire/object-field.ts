import { similar } from '../../spelling.ts';
import { ApiError } from './errors.ts';
import { type Field, invalidType, isObject, type JsonObject, missingParameter } from './fields.ts';

type Shape = Readonly<Record<string, Field<unknown>>>;
export type Read<Fields extends Shape> = { [Name in keyof Fields]: ReturnType<Fields[Name]> };

/**
 * An object with these parameters and no others. First what is missing, then what is unknown, then each
 * parameter in the order of `fields`: the order in which the API complains. A field that is not required takes
 * undefined, and what it makes of that is the same every time.
 */
export function object<Fields extends Shape>(
  fields: Fields,
  required: readonly (keyof Fields & string)[] = [],
): Field<Read<Fields>> {
  const parameters = new Map(
    Object.entries(fields).map(([name, field], place) => [name, { name, field, place }]),
  );
  const leftOut = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      required.includes(name) ? undefined : field(undefined, name),
    ]),
  );
  return (value, path) => {
    if (!isObject(value)) throw invalidType(path, 'an object', value);
    const at = (name: string) => (path === '' ? name : `${path}.${name}`);
    for (const name of required) {
      if (value[name] === undefined) throw missingParameter(at(name));
    }
    const sent: Parameter[] = [];
    for (const name of Object.keys(value)) {
      const parameter = parameters.get(name);
      if (!parameter) throw unknownParameter(at(name), name, value, fields);
      insert(parameter, sent);
    }
    const read = { ...leftOut };
    for (const { name, field } of sent) {
      if (value[name] !== undefined) read[name] = field(value[name], at(name));
    }
    // What the fields themselves gave, name by name: no narrower type can be written for it before it is whole.
    return read as Read<Fields>;
  };
}

interface Parameter {
  readonly name: string;
  readonly field: Field<unknown>;
  /** In the order in which the API complains. */
  readonly place: number;
}

/** Keeps parameters in their order. There are few of them, and most are sent in it: to sort them takes longer. */
function insert(parameter: Parameter, sorted: Parameter[]): void {
  const later = sorted.findIndex(({ place }) => place > parameter.place);
  if (later < 0) sorted.push(parameter);
  else sorted.splice(later, 0, parameter);
}

function unknownParameter(path: string, name: string, sent: JsonObject, fields: Shape): ApiError {
  const unused = Object.keys(fields).filter((known) => sent[known] === undefined);
  const meant = similar(name, unused)
    .slice(0, 2)
    .map((known) => `'${known}'`);
  const hint = meant.length > 0 ? ` Did you mean ${meant.join(' or ')}?` : '';
  return new ApiError(400, `Unknown parameter: '${path}'.${hint}`, {
    param: path,
    code: 'unknown_parameter',
  });
}
