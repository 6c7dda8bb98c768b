/** The types of body that the client tells apart. */
export const mediaTypes = {
  events: 'text/event-stream',
  json: 'application/json',
  page: 'text/html',
} as const;

/** What a response says its body is, in lower case and without parameters; empty when it does not say. */
export function mediaTypeOf({ headers }: Response): string {
  const [type = ''] = (headers.get('content-type') ?? '').split(';');
  return type.trim().toLowerCase();
}
