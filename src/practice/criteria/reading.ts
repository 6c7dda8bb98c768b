/** What criteria read from an observation. */
import { asObject } from '../../client/json.ts';
import type { Observation, Piece, ReceivedRequest } from '../observation.ts';

const modelPaths = ['/v1/responses', '/v1/chat/completions'];

/** The requests that ask a model something. */
export function modelRequests({ requests }: Observation): ReceivedRequest[] {
  return requests.filter(({ method, path }) => method === 'POST' && modelPaths.includes(path));
}

/** Those that got the answer of a model. */
export function answeredRequests(observation: Observation): ReceivedRequest[] {
  return modelRequests(observation).filter(({ outputText }) => outputText !== null);
}

export function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}

/** A text as it is compared: how it is broken into lines does not matter. */
export function words(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Long texts, such as an answer, as they are quoted in a sentence. */
export function quoted(text: string): string {
  const line = words(text);
  return line.length > 60 ? `"${line.slice(0, 59)}…"` : `"${line}"`;
}

/** `1 request`, `3 requests`, `no request`. */
export function counted(count: number, noun: string): string {
  return `${count || 'no'} ${noun}${count > 1 ? 's' : ''}`;
}

/** A field of the request's body, by its name in the API. */
export function field({ body }: ReceivedRequest, name: string): unknown {
  return asObject(body)?.[name];
}

/** What the user asks in a request: the text of its last user message. */
export function questionOf({ body }: ReceivedRequest): string {
  return messagesOf(body).findLast(({ role }) => role === 'user')?.text ?? '';
}

/** How the model is told to answer: `instructions`, else the developer and system messages. */
export function instructionsOf({ body }: ReceivedRequest): string {
  const { instructions } = asObject(body) ?? {};
  const told = messagesOf(body)
    .filter(({ role }) => role === 'developer' || role === 'system')
    .map(({ text }) => text);
  return [typeof instructions === 'string' ? instructions : '', ...told].join('\n').trim();
}

interface Message {
  readonly role: unknown;
  readonly text: string;
}

function messagesOf(body: unknown): Message[] {
  const { input, messages = input } = asObject(body) ?? {};
  if (typeof messages === 'string') return [{ role: 'user', text: messages }];
  if (!Array.isArray(messages)) return [];
  return messages.map((message) => {
    const { role, content } = asObject(message) ?? {};
    return { role, text: contentText(content) };
  });
}

function contentText(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content
    .map((part) => asObject(part)?.text)
    .filter((text) => typeof text === 'string')
    .join('');
}
