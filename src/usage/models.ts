import { finePatches, type ImageRule, patches, tiles } from './image-tokens.ts';

/** The day on which this registry was compared with OpenAI's model and deprecation pages. */
export const registryCheckedOn = '2026-11-20';

/**
 * When a model accepts `temperature` and `top_p`. Reasoning models accept them only while they do not reason:
 * `without_effort` — with no effort given (it then is `none`) or effort `none`;
 * `effort_none` — with effort `none` spelled out.
 * Source: the API's answers of September 2026, published in UKGovernmentBEIS/inspect_ai#5242.
 */
type TemperatureRule = 'always' | 'without_effort' | 'effort_none' | 'never';

interface Identity {
  readonly id: string;
  /** The dated id that the API echoes for `id`; equal to `id` where none is known. */
  readonly snapshot: string;
  /** Unix time in seconds, as in `GET /v1/models`; midnight UTC of the release. */
  readonly created: number;
}

interface Limits {
  /** Tokens of input and output together; for an embedding model, of one input. */
  readonly contextWindow: number;
  readonly temperature: TemperatureRule;
  readonly reasoning: boolean;
  /** The effort that applies when a request names none; null for models that do not reason. */
  readonly defaultEffort: 'none' | 'medium' | null;
}

interface Text {
  readonly kind: 'text';
  /** What an image in its input costs. */
  readonly images: ImageRule;
  readonly maxOutputTokens: number;
  readonly dimensions: null;
}

interface Embedding {
  readonly kind: 'embedding';
  readonly images: null;
  readonly maxOutputTokens: null;
  /** Length of the vector, when the request asks for no other. */
  readonly dimensions: number;
  /** Whether a request may ask for a shorter one. */
  readonly shortens: boolean;
}

interface Kept {
  readonly shutdown: null;
  readonly replacement: null;
}

interface Retiring {
  /** `YYYY-MM-DD`, UTC: from that day on the model is off. */
  readonly shutdown: string;
  /** Id of the model to move to. */
  readonly replacement: string;
}

export type Model = Identity & Limits & (Text | Embedding) & (Kept | Retiring);

const text = { kind: 'text', dimensions: null } as const;
const kept = { shutdown: null, replacement: null } as const;

const plain = { ...text, temperature: 'always', reasoning: false, defaultEffort: null } as const;
const reasoning = {
  ...text,
  temperature: 'never',
  reasoning: true,
  defaultEffort: 'medium',
  maxOutputTokens: 128_000,
} as const;

/** OpenAI's advice for GPT-4.x is gpt-6-luna with effort `none` (help.openai.com/en/articles/20001600). */
const gpt4Retirement = { shutdown: '2027-01-14', replacement: 'gpt-6-luna' } as const;
const gpt4o = {
  ...plain,
  ...gpt4Retirement,
  images: tiles(85, 170),
  contextWindow: 128_000,
  maxOutputTokens: 16_384,
} as const;
const gpt41 = {
  ...plain,
  ...gpt4Retirement,
  images: tiles(85, 170),
  contextWindow: 1_047_576,
  maxOutputTokens: 32_768,
} as const;
const oSeries = {
  ...reasoning,
  images: tiles(75, 150),
  contextWindow: 200_000,
  maxOutputTokens: 100_000,
} as const;
const gpt5 = {
  ...reasoning,
  images: tiles(70, 140),
  contextWindow: 400_000,
  shutdown: '2026-12-11',
} as const;
const gpt51 = {
  ...reasoning,
  images: tiles(70, 140),
  contextWindow: 400_000,
  temperature: 'without_effort',
  defaultEffort: 'none',
} as const;
/** gpt-5.5 and later. That the gpt-6 models with effort `none` accept a temperature is assumed, not seen. */
const longContext = {
  ...reasoning,
  ...kept,
  images: finePatches(),
  contextWindow: 1_050_000,
  temperature: 'effort_none',
} as const;
const embedding = {
  ...kept,
  kind: 'embedding',
  images: null,
  contextWindow: 8_192,
  maxOutputTokens: null,
  temperature: 'never',
  reasoning: false,
  defaultEffort: null,
  shortens: true,
} as const;

/**
 * The models that the course knows. Limits: OpenAI's model pages. Shut-down dates: OpenAI's deprecation
 * page and the `shutdown_date` of `GET /v1/models`. Where OpenAI names no replacement, the live model of
 * the same size and price class stands: luna for mini and nano models, sol for full-size ones, and for
 * gpt-5.1 and gpt-5.4-nano a sibling that accepts the same requests, temperature included.
 */
export const models: readonly Model[] = [
  { ...named('gpt-4o', '2024-08-06'), ...gpt4o },
  { ...named('gpt-4o-mini', '2024-07-18'), ...gpt4o, images: tiles(2833, 5667) },
  { ...named('gpt-4.1', '2025-04-14'), ...gpt41 },
  { ...named('gpt-4.1-mini', '2025-04-14'), ...gpt41, images: patches(1.62) },
  {
    ...named('gpt-4.1-nano', '2025-04-14'),
    ...gpt41,
    images: patches(2.46),
    shutdown: '2026-10-23',
  },
  {
    ...named('o3', '2025-04-16'),
    ...oSeries,
    shutdown: '2026-12-11',
    replacement: 'gpt-6-sol',
  },
  {
    ...named('o4-mini', '2025-04-16'),
    ...oSeries,
    images: patches(1.72),
    shutdown: '2026-10-23',
    replacement: 'gpt-6-luna',
  },
  { ...named('gpt-5', '2025-08-07'), ...gpt5, replacement: 'gpt-6-sol' },
  {
    ...named('gpt-5-mini', '2025-08-07'),
    ...gpt5,
    images: patches(1.62),
    replacement: 'gpt-6-luna',
  },
  {
    ...named('gpt-5-nano', '2025-08-07'),
    ...gpt5,
    images: patches(2.46),
    replacement: 'gpt-6-luna',
  },
  { ...named('gpt-5.1', '2025-11-13'), ...gpt51, shutdown: '2027-04-01', replacement: 'gpt-5.4' },
  { ...named('gpt-5.2', '2025-12-11'), ...gpt51, ...kept },
  {
    ...named('gpt-5.4', '2026-03-05'),
    ...gpt51,
    ...kept,
    images: finePatches(),
    contextWindow: 1_050_000,
  },
  { ...named('gpt-5.4-mini', '2026-03-17'), ...gpt51, ...kept, images: finePatches(1.62) },
  {
    ...named('gpt-5.4-nano', '2026-03-17'),
    ...gpt51,
    images: finePatches(2.46),
    shutdown: '2027-04-01',
    replacement: 'gpt-5.4-mini',
  },
  { ...named('gpt-5.5', '2026-04-23'), ...longContext },
  { ...undated('gpt-5.6-luna', '2026-07-13'), ...longContext },
  { ...undated('gpt-5.6-terra', '2026-07-13'), ...longContext },
  { ...undated('gpt-5.6-sol', '2026-07-13'), ...longContext },
  { ...undated('gpt-6-luna', '2026-09-22'), ...longContext },
  { ...undated('gpt-6-sol', '2026-09-22'), ...longContext },
  { ...undated('gpt-6-astra', '2026-09-03'), ...longContext, temperature: 'never' },
  { ...undated('gpt-6.1-sol', '2026-09-29'), ...longContext, temperature: 'never' },
  { ...undated('gpt-6.1-terra', '2026-10-26'), ...longContext },
  { ...undated('text-embedding-3-small', '2024-01-25'), ...embedding, dimensions: 1_536 },
  { ...undated('text-embedding-3-large', '2024-01-25'), ...embedding, dimensions: 3_072 },
  {
    ...undated('text-embedding-ada-002', '2022-12-15'),
    ...embedding,
    snapshot: 'text-embedding-ada-002-v2',
    dimensions: 1_536,
    shortens: false,
  },
];

/** Other names under which a model answers. */
const aliases: ReadonlyMap<string, string> = new Map([['gpt-5.6', 'gpt-5.6-sol']]);

const modelsByName: ReadonlyMap<string, Model> = new Map(
  models.flatMap((model) => [model.id, model.snapshot].map((name) => [name, model])),
);

/** The model of an id, a dated snapshot or an alias, spelled as the API spells it; undefined when unknown. */
export function findModel(id: string): Model | undefined {
  return modelsByName.get(aliases.get(id) ?? id);
}

/** Whether a request with this `reasoning.effort` (null: none given) may set `temperature` or `top_p`. */
export function acceptsTemperature(model: Model, effort: string | null): boolean {
  switch (model.temperature) {
    case 'always':
      return true;
    case 'without_effort':
      return effort === null || effort === 'none';
    case 'effort_none':
      return effort === 'none';
    case 'never':
      return false;
  }
}

/** Whether the model is off: from its shut-down date on, the date itself included, in UTC. */
export function isShutDown(model: Model, today: Date): boolean {
  return model.shutdown !== null && today.getTime() >= Date.parse(model.shutdown);
}

/** A model whose snapshot is its id with the day of its release. */
function named(id: string, released: string): Identity {
  return { ...undated(id, released), snapshot: `${id}-${released}` };
}

function undated(id: string, released: string): Identity {
  return { id, snapshot: id, created: Date.parse(released) / 1000 };
}
