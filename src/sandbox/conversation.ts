import type { Tokenizer } from '../usage/tokens.ts';
import type { Turn } from './standin/standin.ts';
import type { ResponseStore } from './store.ts';
import { ApiError, previousResponseNotFound } from './wire/errors.ts';
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
export function conversation(
  { input, previous_response_id }: Asked,
  store: ResponseStore,
): SentItem[] {
  const earlier = previous_response_id === null ? [] : itemsUpTo(previous_response_id, store);
  const items = [...earlier, ...(input ?? [])];
  if (items.length === 0) throw nothingAsked();
  return items;
}

function itemsUpTo(previousResponseId: string, store: ResponseStore): Item[] {
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
  return items.map((item) =>
    item.type === 'message'
      ? { ...item, id: item.id ?? createId('msg') }
      : { ...item, id: item.id ?? createId('rs') },
  );
}

/** What the model reads: the instructions, then each message. Reasoning of earlier turns is not read again. */
export function turnsOf(instructions: string | null, items: readonly SentItem[]): Turn[] {
  const messages = items.filter((item) => item.type === 'message');
  const said = messages.map((item): Turn => ({ role: item.role, text: messageText(item) }));
  return instructions === null ? said : [{ role: 'developer', text: instructions }, ...said];
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
