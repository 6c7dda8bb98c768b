import { ApiError, notOffered } from './errors.ts';
import {
  anything,
  type Field,
  invalidType,
  isObject,
  listOf,
  oneOf,
  optional,
  text,
} from './fields.ts';
import { roles, type SentItem } from './items.ts';
import { object } from './object-field.ts';
import { answered, asked, type Part, readContent, type Side } from './parts.ts';

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
    type: anything,
    id: optional(text()),
    summary: listOf(summaryText),
    content: anything,
    encrypted_content: optional(text()),
    status: anything,
  },
  ['summary'],
);

const compaction = object(
  { type: anything, id: optional(text()), encrypted_content: text(), created_by: anything },
  ['encrypted_content'],
);

const statuses = ['in_progress', 'completed', 'incomplete'] as const;
/** The longest id of a call (OpenAI's OpenAPI document). */
const callId = text(64);

const functionCall = object(
  {
    type: anything,
    id: optional(idOf('fc')),
    status: optional(oneOf(statuses)),
    arguments: text(),
    call_id: callId,
    name: text(),
    namespace: anything,
    caller: anything,
  },
  ['call_id', 'name', 'arguments'],
);

const functionCallOutput = object(
  {
    type: anything,
    id: optional(text()),
    status: optional(oneOf(statuses)),
    call_id: callId,
    output: anything,
    name: anything,
    namespace: anything,
    caller: anything,
  },
  ['call_id', 'output'],
);

/** An id that the API gave to an item of this kind. */
function idOf(prefix: string): Field<string> {
  return (value, path) => {
    const id = text()(value, path);
    if (id.startsWith(prefix)) return id;
    throw new ApiError(
      400,
      `Invalid '${path}': '${id}'. Expected an ID that begins with '${prefix}'.`,
      { param: path, code: 'invalid_value' },
    );
  };
}

/** The `input` of a request: a string is one message of the user. An empty one gives no items. */
export const input: Field<SentItem[]> = (value, path) => {
  if (value === '') return [];
  if (typeof value === 'string') return [messageOfUser(value)];
  if (Array.isArray(value)) return listOf(readItem)(value, path);
  throw invalidType(path, 'one of a string or array of objects', value);
};

function messageOfUser(content: string): SentItem {
  return {
    id: null,
    type: 'message',
    status: 'completed',
    content: [asked.fromString(content)],
    role: 'user',
  };
}

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
    case 'function_call':
      return readFunctionCall(value, path);
    case 'function_call_output':
      return readFunctionCallOutput(value, path);
    default:
      throw notOffered(`${path}.type`);
  }
};

const readMessage: Field<SentItem> = (value, path) => {
  const { role, content, id, status, phase } = message(value, path);
  const side: Side<Part> = role === 'assistant' ? answered : asked;
  return {
    id,
    type: 'message',
    status: status ?? 'completed',
    content: readContent(content, `${path}.content`, side),
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

const readFunctionCall: Field<SentItem> = (value, path) => {
  const { id, status, call_id, name, ...sent } = functionCall(value, path);
  return {
    id,
    type: 'function_call',
    status: status ?? 'completed',
    arguments: sent.arguments,
    call_id,
    name,
  };
};

const readFunctionCallOutput: Field<SentItem> = (value, path) => {
  const { id, status, call_id, output } = functionCallOutput(value, path);
  return {
    id,
    type: 'function_call_output',
    status: status ?? 'completed',
    call_id,
    output: typeof output === 'string' ? output : readContent(output, `${path}.output`, asked),
  };
};
