import { notOffered } from './errors.ts';
import {
  type Field,
  invalidType,
  invalidValue,
  isObject,
  listOf,
  missingParameter,
  object,
  oneOf,
  optional,
  text,
} from './fields.ts';

const roles = ['user', 'assistant', 'system', 'developer'] as const;

export type Part =
  | { readonly type: 'input_text'; readonly text: string }
  | {
      readonly type: 'output_text';
      readonly annotations: readonly never[];
      readonly logprobs: readonly never[];
      readonly text: string;
    }
  | { readonly type: 'refusal'; readonly refusal: string };

/** What a message of either side can be while it is made and afterwards. */
type ItemStatus = 'in_progress' | 'completed' | 'incomplete';
type Phase = 'commentary' | 'final_answer';

/** A message, as it is listed in `input_items` and in `output`; key order as recorded. */
export interface Message {
  readonly id: string;
  readonly type: 'message';
  readonly status: ItemStatus;
  readonly content: readonly Part[];
  readonly phase?: Phase;
  readonly role: (typeof roles)[number];
}

/** What a model thought, of which a client sees a summary at most; key order as recorded. */
export interface Reasoning {
  readonly id: string;
  readonly type: 'reasoning';
  readonly content?: readonly never[];
  readonly encrypted_content?: string;
  readonly summary: readonly SummaryText[];
}

interface SummaryText {
  readonly type: 'summary_text';
  readonly text: string;
}

/** What `POST /v1/responses/compact` made of a conversation. */
interface Compaction {
  readonly id: string;
  readonly type: 'compaction';
  readonly encrypted_content: string;
}

export type Item = Message | Reasoning | Compaction;

/** An item as a client sends it: its id may still be missing. */
export type SentItem = Item extends infer Each
  ? Each extends Item
    ? Omit<Each, 'id'> & { readonly id: string | null }
    : never
  : never;

/** Parts of the API's items that say nothing to the sandbox, or are read in a second step. */
const anything: Field<unknown> = (value) => value;

const message = object(
  {
    type: optional(oneOf(['message'])),
    role: oneOf(roles),
    content: anything,
    id: optional(text()),
    status: optional(oneOf(['in_progress', 'completed', 'incomplete'])),
    phase: optional(oneOf(['commentary', 'final_answer'])),
  },
  ['role', 'content'],
);

const summaryText = object({ type: oneOf(['summary_text']), text: text() }, ['type', 'text']);

const reasoning = object(
  {
    type: text(),
    id: optional(text()),
    summary: listOf(summaryText),
    content: anything,
    encrypted_content: optional(text()),
    status: anything,
  },
  ['summary'],
);

const compaction = object(
  { type: text(), id: optional(text()), encrypted_content: text(), created_by: anything },
  ['encrypted_content'],
);

/** The `input` of a request: a string is one message of the user. An empty one gives no items. */
export const input: Field<SentItem[]> = (value, path) => {
  if (value === '') return [];
  if (typeof value === 'string') return [readMessage({ role: 'user', content: value }, path)];
  if (Array.isArray(value)) return listOf(readItem)(value, path);
  throw invalidType(path, 'one of a string or array of objects', value);
};

const readItem: Field<SentItem> = (value, path) => {
  if (!isObject(value)) throw invalidType(path, 'an object', value);
  switch (value.type) {
    case undefined:
    case 'message':
      return readMessage(value, path);
    case 'reasoning':
      return readReasoning(value, path);
    case 'compaction': {
      const { id, encrypted_content } = compaction(value, path);
      return { id, type: 'compaction', encrypted_content };
    }
    default:
      throw notOffered(`${path}.type`);
  }
};

const readMessage: Field<SentItem> = (value, path) => {
  const { role, content, id, status, phase } = message(value, path);
  return {
    id,
    type: 'message',
    status: status ?? 'completed',
    content: readContent(content, `${path}.content`, role === 'assistant' ? answered : asked),
    ...(phase && { phase }),
    role,
  };
};

const readReasoning: Field<SentItem> = (value, path) => {
  const { id, encrypted_content, summary } = reasoning(value, path);
  return {
    id,
    type: 'reasoning',
    ...(encrypted_content !== null && { encrypted_content }),
    summary,
  };
};

interface Side {
  /** The types of content part that the API knows for messages of this side, in its order. */
  readonly types: readonly string[];
  /** Those of them that the sandbox reads. */
  readonly parts: Readonly<Record<string, Field<Part>>>;
  /** What a content given as a string becomes. */
  readonly fromString: (text: string) => Part;
}

/** Messages of the user, the system or the developer. */
const asked: Side = {
  types: ['input_text', 'input_image', 'input_file', 'scoped_content', 'input_audio'],
  parts: {
    input_text: (value, path) => {
      const part = object({ type: text(), text: text() }, ['text'])(value, path);
      return inputText(part.text);
    },
  },
  fromString: inputText,
};

/** Messages of the assistant. */
const answered: Side = {
  types: ['output_text', 'refusal'],
  parts: {
    output_text: (value, path) => {
      const fields = { type: text(), text: text(), annotations: anything, logprobs: anything };
      return outputText(object(fields, ['text'])(value, path).text);
    },
    refusal: (value, path) => {
      const part = object({ type: text(), refusal: text() }, ['refusal'])(value, path);
      return { type: 'refusal', refusal: part.refusal };
    },
  },
  fromString: outputText,
};

function readContent(content: unknown, path: string, side: Side): Part[] {
  if (typeof content === 'string') return [side.fromString(content)];
  if (!Array.isArray(content)) {
    throw invalidType(path, 'one of a string or array of objects', content);
  }
  return content.map((part, index) => readPart(part, `${path}[${index}]`, side));
}

function readPart(value: unknown, path: string, { types, parts }: Side): Part {
  if (!isObject(value)) throw invalidType(path, 'an object', value);
  if (value.type === undefined) throw missingParameter(`${path}.type`);
  const type = text()(value.type, `${path}.type`);
  // The API names the part here, not its type (recorded for a user's `output_text`).
  if (!types.includes(type)) throw invalidValue(path, type, types);
  const read = parts[type];
  if (read === undefined) throw notOffered(type);
  return read(value, path);
}

function inputText(content: string): Part {
  return { type: 'input_text', text: content };
}

/** A part of an answer, its keys in the recorded order. */
export function outputText(content: string): Part {
  return { type: 'output_text', annotations: [], logprobs: [], text: content };
}

/** What a message says, its parts put together. */
export function messageText(item: Pick<Message, 'content'>): string {
  return item.content.map((part) => (part.type === 'refusal' ? part.refusal : part.text)).join('');
}
