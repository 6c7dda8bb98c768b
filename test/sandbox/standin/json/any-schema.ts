import fc from 'fast-check';

type Schema = Record<string, unknown>;

const text = fc.oneof(
  fc.constant<Schema>({ type: 'string' }),
  fc
    .constantFrom(
      'date-time',
      'time',
      'date',
      'duration',
      'email',
      'hostname',
      'ipv4',
      'ipv6',
      'uuid',
    )
    .map((format): Schema => ({ type: 'string', format })),
  fc
    .constantFrom(
      '^[a-z]{3}$',
      '^\\+?[1-9]\\d{1,14}$',
      '^(?:yes|no)$',
      '^#[0-9A-F]{6}$',
      '\\d+ (?:apples|pears)',
      '^[A-Z][a-z]+( [A-Z][a-z]+)*$',
      '^@[a-zA-Z0-9_]+$',
      '^(?=.{4,}$)[\\w.-]+$',
    )
    .map((pattern): Schema => ({ type: 'string', pattern })),
  fc
    .record({ minLength: fc.nat(20), room: fc.nat(20) })
    .map(
      ({ minLength, room }): Schema => ({ type: 'string', minLength, maxLength: minLength + room }),
    ),
);

const fixed = fc.oneof(
  fc
    .uniqueArray(fc.oneof(fc.string(), fc.integer(), fc.boolean()), { minLength: 1, maxLength: 4 })
    .map((members): Schema => ({ enum: members })),
  fc.string().map((only): Schema => ({ type: 'string', const: only })),
);

const number = fc
  .record({
    type: fc.constantFrom('number', 'integer'),
    least: fc.option(fc.integer({ min: -100, max: 100 })),
    room: fc.option(fc.integer({ min: 10, max: 100 })),
    isExclusive: fc.boolean(),
    multipleOf: fc.option(fc.constantFrom(1, 2, 5, 0.5, 0.1, 0.01)),
  })
  .map(
    ({ type, least, room, isExclusive, multipleOf }): Schema => ({
      type,
      ...(least !== null && { [isExclusive ? 'exclusiveMinimum' : 'minimum']: least }),
      ...(room !== null && { [isExclusive ? 'exclusiveMaximum' : 'maximum']: (least ?? 0) + room }),
      ...(multipleOf !== null && { multipleOf }),
    }),
  );

const scalar = fc.oneof(
  text,
  fixed,
  number,
  fc.constantFrom<Schema>(
    { type: 'boolean' },
    { type: 'null' },
    { type: ['string', 'null'] },
    { type: ['number', 'boolean'] },
    { type: ['integer', 'string', 'null'] },
  ),
);

const propertyName = fc.oneof(
  fc.constantFrom('name', 'city', 'age', 'price', 'email', 'due_date', 'isUrgent', 'tags', 'value'),
  fc.string({ minLength: 1, maxLength: 12 }).filter((name) => name !== '__proto__'),
);

function objectOf(properties: Record<string, Schema>): Schema {
  const required = Object.keys(properties);
  return { type: 'object', properties, required, additionalProperties: false };
}

/** The definitions that `$ref`s of a random schema lead to: each contains itself, and can end. */
const definitions: Record<string, Schema> = {
  tree: objectOf({
    value: { type: 'string' },
    children: { type: 'array', items: { $ref: '#/$defs/tree' } },
  }),
  list: {
    anyOf: [
      objectOf({ head: { type: 'number' }, tail: { $ref: '#/$defs/list' } }),
      { type: 'null' },
    ],
  },
  sum: {
    anyOf: [
      objectOf({ left: { $ref: '#/$defs/sum' }, right: { $ref: '#/$defs/product' } }),
      { $ref: '#/$defs/product' },
    ],
  },
  product: {
    anyOf: [
      objectOf({
        inner: { $ref: '#/$defs/sum' },
        factors: { type: 'array', minItems: 2, items: { $ref: '#/$defs/product' } },
      }),
      { type: 'integer' },
    ],
  },
};

const { node } = fc.letrec<{ node: Schema; object: Schema }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc
      .constantFrom(...Object.keys(definitions))
      .map((name): Schema => ({ $ref: `#/$defs/${name}` })),
    tie('object'),
    fc.record({ items: tie('node'), minItems: fc.nat(4), room: fc.option(fc.nat(3)) }).map(
      ({ items, minItems, room }): Schema => ({
        type: 'array',
        items,
        minItems,
        ...(room !== null && { maxItems: minItems + room }),
      }),
    ),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((anyOf): Schema => ({ anyOf })),
  ),
  object: fc.dictionary(propertyName, tie('node'), { maxKeys: 4 }).map(objectOf),
}));

/** Schemas of the strict subset, with every keyword it has, and with definitions that contain themselves. */
export const anySchema: fc.Arbitrary<Schema> = fc
  .dictionary(propertyName, node, { minKeys: 1, maxKeys: 4 })
  .map((properties) => ({ ...objectOf(properties), $defs: definitions }));
