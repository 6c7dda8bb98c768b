/** A JSON schema as a request brings it; every keyword may be missing or wrong. */
export type Schema = Readonly<Record<string, unknown>>;

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}

/** One of the forms that a value of a schema may take: references followed, unions opened. */
export interface Shape {
  readonly type: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null' | 'enum';
  /** The keywords that hold for this form. */
  readonly schema: Schema;
}

const types = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'] as const;

/** One object for all of them: schemas are told apart by identity. */
const everything: Schema = {};

/** A schema given as `true`, or not at all, allows everything: it is the empty one. */
export function asSchema(value: unknown): Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Schema)
    : everything;
}

/**
 * The forms of a schema, in the order in which it names them; empty where it leads only to itself.
 * @param root the document in which `$ref` is looked up
 */
export function shapesOf(schema: Schema, root: Schema): Shape[] {
  return open(schema, root, new Set());
}

/** @param followed the references on the way here: a chain of them may end in itself */
function open(schema: Schema, root: Schema, followed: ReadonlySet<string>): Shape[] {
  const { $ref, anyOf, oneOf, allOf, ...own } = schema;
  if (typeof $ref === 'string') {
    if (followed.has($ref)) return [];
    const target = asSchema(lookUp($ref, root));
    return open({ ...target, ...own }, root, new Set([...followed, $ref]));
  }
  if (Array.isArray(allOf)) {
    return open(allOf.map(asSchema).reduce(merge, own), root, followed);
  }
  const union = anyOf ?? oneOf;
  if (Array.isArray(union)) {
    return union.flatMap((each) => open({ ...own, ...asSchema(each) }, root, followed));
  }
  return typesOf(own).map((type) => ({ type, schema: own }));
}

function typesOf({ type, enum: members, const: only, properties, items }: Schema): Shape['type'][] {
  if (Array.isArray(members) || only !== undefined) return ['enum'];
  const named = types.filter((each) => (Array.isArray(type) ? type.includes(each) : type === each));
  if (named.length > 0) return named;
  if (properties !== undefined) return ['object'];
  return items === undefined ? ['string'] : ['array'];
}

function merge(first: Schema, second: Schema): Schema {
  return {
    ...first,
    ...second,
    properties: { ...asSchema(first.properties), ...asSchema(second.properties) },
    required: [first.required, second.required].flat().filter(Boolean),
  };
}

/** Follows a reference such as `#/$defs/step`; undefined when it leads nowhere in this document. */
function lookUp(reference: string, root: Schema): unknown {
  if (!reference.startsWith('#')) return undefined;
  const steps = reference.slice(1).split('/').slice(1);
  return steps.reduce<unknown>((place, step) => {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    return typeof place === 'object' && place !== null && Object.hasOwn(place, name)
      ? (place as Schema)[name]
      : undefined;
  }, root);
}

/** The schemas directly inside a form, with their names: properties of an object, `items` of an array. */
export function childrenOf({ type, schema }: Shape): (readonly [name: string, child: Schema])[] {
  if (type === 'array') return [['items', asSchema(schema.items)]];
  if (type !== 'object') return [];
  return Object.entries(asSchema(schema.properties)).map(([name, child]) => [
    name,
    asSchema(child),
  ]);
}

/**
 * For each schema that can be met on the way down from `root`: how many levels its smallest value has. Without
 * this a value of a schema that contains itself might never end.
 */
export function heightsOf(root: Schema): ReadonlyMap<Schema, number> {
  const shapes = new Map<Schema, Shape[]>();
  const waiting = [root];
  for (let schema = waiting.pop(); schema !== undefined; schema = waiting.pop()) {
    if (shapes.has(schema)) continue;
    const own = shapesOf(schema, root);
    shapes.set(schema, own);
    waiting.push(...own.flatMap(childrenOf).map(([, child]) => child));
  }
  const heights = new Map<Schema, number>();
  for (let isSettled = false; !isSettled; ) {
    isSettled = true;
    for (const [schema, own] of shapes) {
      const height = Math.min(...own.map((shape) => heightOf(shape, heights)));
      if (height === (heights.get(schema) ?? Number.POSITIVE_INFINITY)) continue;
      heights.set(schema, height);
      isSettled = false;
    }
  }
  return heights;
}

/** Levels of the smallest value of this form; infinite while nothing is known of what it contains. */
export function heightOf(shape: Shape, heights: ReadonlyMap<Schema, number>): number {
  if (shape.type === 'array' && !(Number(shape.schema.minItems) > 0)) return 0;
  const inner = childrenOf(shape).map(
    ([, child]) => 1 + (heights.get(child) ?? Number.POSITIVE_INFINITY),
  );
  return Math.max(0, ...inner);
}
