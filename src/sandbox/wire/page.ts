import { ApiError } from './errors.ts';
import { integer, oneOf } from './fields.ts';
import { numeric } from './numeric.ts';

/** How many items a page holds. */
interface PageSize {
  readonly usual: number;
  readonly most: number;
}

const orderOf = oneOf(['asc', 'desc']);

/**
 * One page of a list: newest first unless `order=asc`, `limit` items from the one after `after`.
 * @param items oldest first
 * @param query a parameter of the request's query
 * @throws ApiError 400
 */
export function pageOf<Item extends { readonly id: string }>(
  items: readonly Item[],
  query: (name: string) => string | undefined,
  { usual, most }: PageSize,
) {
  const limit = numeric(integer({ min: 1, max: most }))(query('limit') ?? usual, 'limit');
  const isNewestFirst = orderOf(query('order') ?? 'desc', 'order') === 'desc';
  const ordered = isNewestFirst ? items.toReversed() : items;
  const start = indexAfter(ordered, query('after'));
  const data = ordered.slice(start, start + limit);
  return {
    object: 'list',
    data,
    first_id: data[0]?.id ?? null,
    has_more: start + limit < items.length,
    last_id: data.at(-1)?.id ?? null,
  };
}

function indexAfter(items: readonly { readonly id: string }[], after: string | undefined): number {
  if (after === undefined) return 0;
  const index = items.findIndex(({ id }) => id === after);
  if (index < 0) {
    throw new ApiError(400, `Item with id '${after}' not found.`, { param: 'after' });
  }
  return index + 1;
}
