import { isObject, type JsonObject } from './fields.ts';

/** What strict schemas may not have (OpenAI's guide to structured outputs, and rejections seen since). */
const forbidden = [
  'oneOf',
  'allOf',
  'not',
  'if',
  'then',
  'else',
  'dependentRequired',
  'dependentSchemas',
  'patternProperties',
  'propertyNames',
  'unevaluatedProperties',
  'minProperties',
  'maxProperties',
  'uniqueItems',
  'contains',
  'minContains',
  'maxContains',
  'prefixItems',
] as const;
const types = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'];
const formats = [
  'date-time',
  'time',
  'date',
  'duration',
  'email',
  'hostname',
  'ipv4',
  'ipv6',
  'uuid',
];
const mostLevels = 10;
/** Deeper JSON is not read at all: whoever sends it wants the reader to fall over. */
const readableDepth = 200;
const mostProperties = 5000;
const mostEnumValues = 1000;

/**
 * What OpenAI says against a schema where one object is wanted; null when it is right.
 * @param isStrict whether it has to be of the subset that structured outputs take
 */
export function schemaProblem(schema: JsonObject, isStrict: boolean): string | null {
  const { type } = schema;
  const depth = depthOf(schema);
  if (depth > readableDepth) return tooDeep(depth);
  if (type !== 'object') {
    const got = typeof type === 'string' ? type : 'None';
    return `schema must be a JSON Schema of 'type: "object"', got 'type: "${got}"'.`;
  }
  return isStrict ? (problemIn(schema, schema, []) ?? sizeProblem(schema)) : null;
}

type Context = readonly string[];

function problemIn(schema: unknown, root: JsonObject, context: Context): string | null {
  const problem = isObject(schema) ? ownProblem(schema, root) : "schema must have a 'type' key.";
  if (problem !== null) return `In context=${tuple(context)}, ${problem}`;
  for (const [name, child] of childrenOf(schema)) {
    const inner = problemIn(child, root, [...context, ...name]);
    if (inner !== null) return inner;
  }
  return null;
}

/** The first thing wrong with a schema itself; its parts are looked at afterwards. */
function ownProblem(schema: JsonObject, root: JsonObject): string | null {
  const { $ref, type, anyOf, format, items } = schema;
  if (typeof $ref === 'string') return referenceProblem($ref, root);
  const unfit = forbidden.find((keyword) => Object.hasOwn(schema, keyword));
  if (unfit !== undefined) return `'${unfit}' is not permitted.`;
  if (type === undefined) return Array.isArray(anyOf) ? null : "schema must have a 'type' key.";
  const named: unknown[] = [type].flat();
  const unknown = named.find((each) => !types.some((known) => known === each));
  if (unknown !== undefined) {
    return `'${String(unknown)}' is not valid under any of the given schemas.`;
  }
  if (named.includes('object')) return objectProblem(schema);
  if (named.includes('array') && !isObject(items)) return 'array schema missing items.';
  if (format !== undefined && !formats.some((known) => known === format)) {
    return `'${String(format)}' is not a valid format.`;
  }
  return null;
}

function objectProblem({ properties, required, additionalProperties }: JsonObject): string | null {
  if (additionalProperties !== false) {
    return "'additionalProperties' is required to be supplied and to be false.";
  }
  const names = isObject(properties) ? Object.keys(properties) : [];
  const listed: unknown[] = Array.isArray(required) ? required : [];
  const rule =
    "'required' is required to be supplied and to be an array including every key in properties.";
  const missing = names.find((name) => !listed.includes(name));
  if (missing !== undefined) return `${rule} Missing '${missing}'.`;
  const extra = listed.find((name) => !names.some((known) => known === name));
  return extra === undefined ? null : `${rule} Extra required key '${String(extra)}' supplied.`;
}

function referenceProblem(reference: string, root: JsonObject): string | null {
  const [, group = '', name = ''] = /^#\/(\$defs|definitions)\/([^/]+)$/.exec(reference) ?? [];
  const defined = root[group];
  if (reference === '#' || (isObject(defined) && Object.hasOwn(defined, name))) return null;
  return `reference to component '${reference}' which was not found in the schema.`;
}

/** The schemas inside a schema, each with what leads to it. */
function childrenOf(schema: unknown): (readonly [name: Context, child: unknown])[] {
  if (!isObject(schema)) return [];
  const named = ['properties', '$defs', 'definitions'].flatMap((group) => {
    const held = schema[group];
    return isObject(held)
      ? Object.entries(held).map(([name, child]) => [[group, name], child] as const)
      : [];
  });
  const { anyOf, items } = schema;
  const union = Array.isArray(anyOf) ? anyOf : [];
  return [
    ...named,
    ...union.map((child, index) => [['anyOf', String(index)], child] as const),
    ...(isObject(items) ? [[['items'], items] as const] : []),
  ];
}

function sizeProblem(root: JsonObject): string | null {
  const sizes = sizesOf(root);
  if (sizes.levels > mostLevels) return tooDeep(sizes.levels);
  if (sizes.properties > mostProperties) {
    return `Expected at most ${mostProperties} object properties total (across all objects) within a schema, but got ${sizes.properties}.`;
  }
  if (sizes.enumValues > mostEnumValues) {
    return `Expected at most ${mostEnumValues} enum values in total within a schema when using structured outputs, but got ${sizes.enumValues}.`;
  }
  return null;
}

const tooDeep = (levels: number): string =>
  `${levels} levels of nesting exceeds limit of ${mostLevels}.`;

/** Levels of objects and arrays, counted without recursion. */
function depthOf(value: unknown): number {
  let depth = 0;
  let level: unknown[] = [value];
  while (level.length > 0) {
    level = level.flatMap((each) =>
      typeof each === 'object' && each !== null ? Object.values(each) : [],
    );
    depth += 1;
  }
  return depth;
}

interface Sizes {
  /** Objects inside objects. */
  readonly levels: number;
  readonly properties: number;
  readonly enumValues: number;
}

function sizesOf(schema: unknown): Sizes {
  const inner = childrenOf(schema).map(([, child]) => sizesOf(child));
  const { properties, enum: members } = isObject(schema) ? schema : {};
  const own = isObject(properties) ? Object.keys(properties).length : 0;
  const sum = (of: (sizes: Sizes) => number) => inner.reduce((total, each) => total + of(each), 0);
  return {
    levels: Math.max(0, ...inner.map(({ levels }) => levels)) + (properties === undefined ? 0 : 1),
    properties: own + sum((each) => each.properties),
    enumValues: (Array.isArray(members) ? members.length : 0) + sum((each) => each.enumValues),
  };
}

/** As Python prints a tuple of strings, the form of OpenAI's texts. */
function tuple(context: Context): string {
  const written = context.map((step) => `'${step}'`).join(', ');
  return context.length === 1 ? `(${written},)` : `(${written})`;
}

/**
 * The schema with `additionalProperties: false` in every object that does not say it, last as the API echoes it.
 */
export function closed(schema: JsonObject): JsonObject {
  const entries = Object.entries(schema).map(([name, held]) => [name, closedIn(name, held)]);
  const own: JsonObject = Object.fromEntries(entries);
  const isOpen = own.type === 'object' && own.additionalProperties === undefined;
  return isOpen ? { ...own, additionalProperties: false } : own;
}

function closedIn(keyword: string, held: unknown): unknown {
  if (keyword === 'items' && isObject(held)) return closed(held);
  if (keyword === 'anyOf' && Array.isArray(held)) {
    return held.map((each: unknown) => (isObject(each) ? closed(each) : each));
  }
  if (!['properties', '$defs', 'definitions'].includes(keyword) || !isObject(held)) return held;
  return Object.fromEntries(
    Object.entries(held).map(([name, each]) => [name, isObject(each) ? closed(each) : each]),
  );
}
