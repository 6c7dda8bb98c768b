import type { Tokenizer } from '../usage/tokens.ts';
import type { Seal, Sealed } from './seal.ts';
import type { Turn } from './standin/standin.ts';
import type { Responses } from './store.ts';
import { ApiError, invalidEncryptedContent, previousResponseNotFound } from './wire/errors.ts';
import type { IdPrefix } from './wire/ids.ts';
import { type Item, messageText, type SentItem } from './wire/items.ts';

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
  return [...previous.inputItems, ...previous.response.output];
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
} as const satisfies Record<Item['type'], IdPrefix>;

/**
 * What the model reads: the instructions, then each message. Reasoning of earlier turns is not read again.
 * @throws ApiError 400 for encrypted content of another server
 */
export function turnsOf(
  instructions: string | null,
  items: readonly SentItem[],
  seal: Seal,
): Turn[] {
  const said = items.flatMap((item) => readTurns(item, seal));
  return instructions === null ? said : [{ role: 'developer', text: instructions }, ...said];
}

function readTurns(item: SentItem, seal: Seal): Turn[] {
  switch (item.type) {
    case 'message':
      return [{ role: item.role, text: messageText(item) }];
    case 'reasoning':
      if (item.encrypted_content) opened(seal, 'reasoning', item.encrypted_content);
      return [];
    case 'compaction':
      // Nobody else can have sealed it, so it is what `compactResponse` made.
      return JSON.parse(opened(seal, 'compaction', item.encrypted_content)) as Turn[];
  }
}

function opened(seal: Seal, kind: Sealed, sealed: string): string {
  const text = seal.open(kind, sealed);
  if (text === undefined) throw invalidEncryptedContent(sealed);
  return text;
}

export function countTurns(turns: readonly Turn[], tokenizer: Tokenizer): number {
  return tokenizer.countInput(asMessages(turns));
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
