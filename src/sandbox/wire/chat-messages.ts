import { readChatContent } from './chat-parts.ts';
import { ApiError, notOffered } from './errors.ts';
import {
  absent,
  anything,
  type Field,
  invalidType,
  invalidValue,
  isObject,
  listOf,
  missingParameter,
  oneOf,
  optional,
  text,
} from './fields.ts';
import type { SentItem } from './items.ts';
import { object } from './object-field.ts';
import { type Part, textOf } from './parts.ts';

/** The roles, in the order in which the API names them (measured August 2026). */
const roles = ['system', 'assistant', 'user', 'function', 'tool', 'developer'] as const;
type Role = (typeof roles)[number];

const listOfObjects = { min: 1, expected: 'an array of objects' } as const;

const toolCall = object(
  {
    id: text(),
    type: oneOf(['function', 'custom']),
    function: optional(object({ name: text(), arguments: text() }, ['name', 'arguments'])),
    custom: absent,
  },
  ['id', 'type'],
);

const readToolCall: Field<SentItem> = (value, path) => {
  const { id, function: called } = toolCall(value, path);
  if (called === null) throw missingParameter(`${path}.function`);
  return { id: null, type: 'function_call', status: 'completed', call_id: id, ...called };
};

const common = { role: anything, content: anything, name: optional(text()) };
const plainMessage = object(common);
const toolMessage = object({ ...common, tool_call_id: text() }, ['tool_call_id']);
const assistantMessage = object({
  ...common,
  refusal: optional(text()),
  // Clients send a message back as they got it.
  annotations: anything,
  audio: absent,
  tool_calls: optional(listOf(readToolCall, listOfObjects)),
  function_call: absent,
});

/** What a message comes to in the items of the Responses API: one, but for an assistant's text and calls. */
type ReadMessage = Field<readonly SentItem[]>;

const readers: Readonly<Record<Role, ReadMessage>> = {
  system: readPlain('system'),
  developer: readPlain('developer'),
  user: readPlain('user'),
  assistant: (value, path) => {
    const { content, refusal, tool_calls } = assistantMessage(value, path);
    const parts = readChatContent(content, path, 'assistant');
    if (refusal !== null) parts.push({ type: 'refusal', refusal });
    const calls = tool_calls ?? [];
    const isSilent = parts.length === 0 && calls.length > 0;
    return isSilent ? calls : [messageOf('assistant', parts), ...calls];
  },
  tool: (value, path) => {
    const { content, tool_call_id } = toolMessage(value, path);
    const output = textOf(readChatContent(content, path, 'tool'));
    const call_id = tool_call_id;
    return [{ id: null, type: 'function_call_output', status: 'completed', call_id, output }];
  },
  function: (_, path) => {
    throw notOffered(`${path}.role`);
  },
};

function readPlain(role: 'system' | 'developer' | 'user'): ReadMessage {
  return (value, path) => {
    const { content } = plainMessage(value, path);
    return [messageOf(role, readChatContent(content, path, role))];
  };
}

function messageOf(role: Exclude<Role, 'function' | 'tool'>, content: readonly Part[]): SentItem {
  return { id: null, type: 'message', status: 'completed', content, role };
}

const readMessage: ReadMessage = (value, path) => {
  if (!isObject(value)) throw invalidType(path, 'an object', value);
  if (value.role === undefined) throw missingParameter(`${path}.role`);
  const role = text()(value.role, `${path}.role`);
  const known = roles.find((each) => each === role);
  if (known === undefined) throw invalidValue(`${path}.role`, role, roles);
  return readers[known](value, path);
};

/** The `messages` of a request, as the items that the Responses API would have for them. */
export const messages: Field<SentItem[]> = (value, path) => {
  const read = listOf(readMessage, listOfObjects)(value, path);
  checkCallsAreAnswered(read);
  return read.flat();
};

/** The messages with the outputs of an assistant's calls follow it at once, one for each call. */
function checkCallsAreAnswered(read: readonly (readonly SentItem[])[]): void {
  let called: readonly string[] = [];
  let open = new Set<string>();
  for (const [index, items] of read.entries()) {
    const output = items.find((item) => item.type === 'function_call_output');
    if (output !== undefined) {
      if (called.length === 0) throw answersNothing(index);
      if (!called.includes(output.call_id)) throw answersNoCall(output.call_id, index);
      open.delete(output.call_id);
    } else {
      if (open.size > 0) throw unanswered(open, index);
      called = items.flatMap((item) => (item.type === 'function_call' ? [item.call_id] : []));
      open = new Set(called);
    }
  }
  // Which message the API names when none follows was not seen.
  if (open.size > 0) throw unanswered(open, read.length);
}

function answersNothing(index: number): ApiError {
  return new ApiError(
    400,
    "Invalid parameter: messages with role 'tool' must be a response to a preceeding message with 'tool_calls'.",
    { param: `messages.[${index}].role` },
  );
}

function answersNoCall(callId: string, index: number): ApiError {
  return new ApiError(
    400,
    `Invalid parameter: 'tool_call_id' of '${callId}' not found in 'tool_calls' of previous message.`,
    { param: `messages.[${index}].tool_call_id` },
  );
}

function unanswered(callIds: ReadonlySet<string>, index: number): ApiError {
  return new ApiError(
    400,
    `An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'. The following tool_call_ids did not have response messages: ${[...callIds].join(', ')}`,
    { param: `messages.[${index}].role` },
  );
}
