/** What the sandbox reads of a request. A `Request` is one, and the server has a cheaper one of its own. */
export interface SandboxRequest extends Pick<Request, 'method' | 'url' | 'signal' | 'text'> {
  readonly headers: RequestHeaders;
  /** As it arrives; null without one. */
  readonly body: AsyncIterable<Uint8Array> | null;
}

export interface RequestHeaders extends Iterable<[name: string, value: string]> {
  /** @param name in any case */
  readonly get: (name: string) => string | null;
}

/** The same request for whoever needs a whole one; its body is taken over. */
export function toRequest(request: SandboxRequest): Request {
  if (request instanceof Request) return request;
  const { method, url, signal, body } = request;
  const isBare = method === 'GET' || method === 'HEAD' || body === null;
  return new Request(url, {
    method,
    headers: [...request.headers],
    signal,
    ...(!isBare && { body: ReadableStream.from(body), duplex: 'half' }),
  });
}
