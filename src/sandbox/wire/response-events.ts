import type { ResponseEvent } from './events.ts';
import type { Item } from './items.ts';
import { passagesOf, type StreamedItems } from './passages.ts';
import { queuedResponse, type ResponseObject } from './response-object.ts';

export interface StreamedAnswer extends StreamedItems {
  readonly begun: ResponseObject;
  /** Finished or cut off; its items are what the events tell bit by bit. */
  readonly ended: ResponseObject;
}

/** The events of a whole answer, in the order and with the numbering of the API (recorded in 2026). */
export function* responseEvents(answer: StreamedAnswer): Generator<ResponseEvent> {
  const { begun, ended } = answer;
  let number = 0;
  const created = begun.background ? queuedResponse(begun) : begun;
  yield { type: 'response.created', response: created, sequence_number: number++ };
  if (begun.background)
    yield { type: 'response.queued', response: created, sequence_number: number++ };
  yield { type: 'response.in_progress', response: begun, sequence_number: number++ };
  for (const [index, item] of ended.output.entries()) {
    const added = { item: asBegun(item), output_index: index };
    yield { type: 'response.output_item.added', ...added, sequence_number: number++ };
    for (const { beginning, pieces, delta, end } of passagesOf(item, index, answer)) {
      for (const make of beginning) yield make(number++);
      // No generator of their own, and no iterator: of the events of an answer nearly all are these.
      for (let place = 0; place < pieces.length; place += 1) {
        yield delta(pieces[place] ?? '', number++, place);
      }
      for (const make of end) yield make(number++);
    }
    yield {
      type: 'response.output_item.done',
      item,
      output_index: index,
      sequence_number: number++,
    };
  }
  yield { type: `response.${ended.status}`, response: ended, sequence_number: number++ };
}

/** As `response.output_item.added` shows it: what is encrypted is not there yet. */
function asBegun(item: Item): Item {
  switch (item.type) {
    case 'message':
      return { ...item, status: 'in_progress', content: [] };
    case 'reasoning':
      return { ...item, encrypted_content: '', summary: [] };
    case 'function_call':
      return { ...item, status: 'in_progress', arguments: '' };
    default:
      return item;
  }
}
