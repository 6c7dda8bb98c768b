export function isEventStream(response: Response): boolean {
  return hasContentType(response, 'text/event-stream');
}

export function isWebPage(response: Response): boolean {
  return hasContentType(response, 'text/html');
}

export function isJson(response: Response): boolean {
  return hasContentType(response, 'application/json');
}

function hasContentType({ headers }: Response, wanted: string): boolean {
  const [mediaType = ''] = (headers.get('content-type') ?? '').split(';');
  return mediaType.trim().toLowerCase() === wanted;
}
