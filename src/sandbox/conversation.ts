import type { Model } from '../usage/models.ts';
import type { Tokenizer } from '../usage/tokens.ts';
import { formatDefinition, functionDefinitions } from './definitions.ts';
import { outputText } from './function-use.ts';
import { seenImage } from './images/seen-image.ts';
import type { Seal, Sealed } from './seal.ts';
import type { Turn } from './standin/standin.ts';
import type { Responses } from './store.ts';
import { ApiError, invalidEncryptedContent, previousResponseNotFound } from './wire/errors.ts';
import type { IdPrefix } from './wire/ids.ts';
import { type Item, messageText, type SentItem } from './wire/items.ts';
import { imagesOf, type Part } from './wire/parts.ts';
import type { ResponseObject } from './wire/response-object.ts';
import type { TextFormat } from './wire/text-format.ts';
import type { FunctionTool } from './wire/tools.ts';

/** The part of a request that says what was said. */
interface Asked {
  readonly input: readonly SentItem[] | null;
  readonly previous_response_id: string | null;
}

/**
 * All items of the conversation, oldest first: those of the previous responses, then the request's own input.
 * Instructions of earlier turns are not among them: the API does not carry them over.
 * @throws ApiError 400 when the previous response is not stored, or nothing is asked at all
 */
export function conversation({ input, previous_response_id }: Asked, store: Responses): SentItem[] {
  const earlier = previous_response_id === null ? [] : itemsUpTo(previous_response_id, store);
  const items = [...earlier, ...(input ?? [])];
  if (items.length === 0) throw nothingAsked();
  return items;
}

function itemsUpTo(previousResponseId: string, store: Responses): Item[] {
  const previous = store.get(previousResponseId);
  if (previous === undefined) throw previousResponseNotFound(previousResponseId);
  if (previous.run && !previous.run.isOver) throw previousResponseUnfinished(previousResponseId);
  // Of a response that has ended, as it was made.
  const { output } = JSON.parse(previous.json) as ResponseObject;
  return [...previous.inputItems, ...output];
}

/** Gives an id to each item that came without one. */
export function identified(
  items: readonly SentItem[],
  createId: (prefix: IdPrefix) => string,
): Item[] {
  return items.map((item) => ({ ...item, id: item.id ?? createId(prefixes[item.type]) }));
}

const prefixes = {
  message: 'msg',
  reasoning: 'rs',
  compaction: 'cmp',
  function_call: 'fc',
  function_call_output: 'fco',
} as const satisfies Record<Item['type'], IdPrefix>;

/** The part of a request that a model reads before the conversation. */
export interface Preface {
  readonly instructions: string | null;
  readonly tools?: readonly FunctionTool[] | null;
  readonly text?: { readonly format: TextFormat | null } | null;
}

/** Who reads: the model by whose rule images are billed, and the seal that opens what this server closed. */
interface Reader {
  readonly model: Model;
  readonly seal: Seal;
}

/** What the model reads first: the instructions, the functions it may call, the schema of its answer. */
export function prefaceOf({ instructions, tools, text }: Preface): Turn[] {
  const turns: Turn[] = [];
  if (instructions !== null) turns.push({ role: 'developer', text: instructions });
  if (tools && tools.length > 0) turns.push({ role: 'tool', text: functionDefinitions(tools) });
  const format = text?.format;
  if (format?.type === 'json_schema') {
    const { name, description, schema } = format;
    turns.push({ role: 'tool', text: formatDefinition(name, description, schema) });
  }
  return turns;
}

/**
 * The items of a conversation as the model reads them. Reasoning of earlier turns is not read again.
 * @throws ApiError 400 for encrypted content of another server
 */
export function turnsOf(items: readonly SentItem[], reader: Reader): Turn[] {
  // Twice as fast as `flatMap`; the turns of a compaction can be too many for one call of `push`.
  const turns: Turn[] = [];
  for (const item of items) {
    for (const turn of readTurns(item, reader)) turns.push(turn);
  }
  return turns;
}

function readTurns(item: SentItem, { model, seal }: Reader): Turn[] {
  switch (item.type) {
    case 'message':
      return [{ role: item.role, text: messageText(item), ...seen(item.content, model) }];
    case 'reasoning':
      if (item.encrypted_content) opened(seal, 'reasoning', item.encrypted_content);
      return [];
    case 'compaction':
      // Nobody else can have sealed it, so it is what `compactResponse` made.
      return JSON.parse(opened(seal, 'compaction', item.encrypted_content)) as Turn[];
    case 'function_call':
      return [{ role: 'tool', text: `${item.name}(${item.arguments})` }];
    case 'function_call_output':
      return [{ role: 'tool', text: outputText(item.output), ...seen(item.output, model) }];
  }
}

function seen(content: string | readonly Part[], model: Model): Pick<Turn, 'images'> {
  const sent = typeof content === 'string' ? [] : imagesOf(content);
  if (sent.length === 0) return {};
  const images = sent.flatMap(({ image_url, detail }) => seenImage(image_url, detail, model) ?? []);
  return images.length > 0 ? { images } : {};
}

function opened(seal: Seal, kind: Sealed, sealed: string): string {
  const text = seal.open(kind, sealed);
  if (text === undefined) throw invalidEncryptedContent(sealed);
  return text;
}

export function countTurns(turns: readonly Turn[], tokenizer: Tokenizer): number {
  let ofImages = 0;
  for (const { images = [] } of turns) for (const { tokens } of images) ofImages += tokens;
  return tokenizer.countInput(asMessages(turns)) + ofImages;
}

/** The turns as the tokenizer and the prompt cache read them. */
export function asMessages(turns: readonly Turn[]): { role: string; content: string }[] {
  return turns.map(({ role, text }) => ({ role, content: text }));
}

/** What the API says here was not seen: the words are ours. */
function previousResponseUnfinished(id: string): ApiError {
  return new ApiError(400, `Previous response with id '${id}' has not finished yet.`, {
    param: 'previous_response_id',
    code: 'invalid_value',
  });
}

function nothingAsked(): ApiError {
  return new ApiError(
    400,
    `One of "input" or "previous_response_id" or 'prompt' or 'conversation' must be provided.`,
    { code: 'missing_required_parameter' },
  );
}
