import type { Exchange } from '../client/exchange.ts';
import { CourseError } from '../errors.ts';

/** Explains JSON that arrived with a 200 and is not the API's: it lacks the list that every response has. */
export function explainForeignAnswer(exchange: Exchange): CourseError | undefined {
  const { request, response } = exchange;
  const isAboutResponse = request.method === 'POST' && request.path.endsWith('/responses');
  // null: there was no body, or one too large to keep.
  if (!isAboutResponse || response === null || !isAnswered(exchange)) return undefined;
  return Array.isArray((response as { output?: unknown }).output)
    ? undefined
    : foreignAnswer(exchange);
}

export function isAnswered({ attempts }: Exchange): boolean {
  return attempts.at(-1)?.status === 200;
}

export function foreignAnswer({ attempts }: Exchange, cause?: unknown): CourseError {
  return new CourseError(
    'not_an_api_answer',
    'What answered is not the API: its JSON lacks the fields of a response.',
    'Check the base URL (it mostly ends in /v1), and that the server speaks the Responses API: course doctor',
    { status: 200, requestId: attempts.at(-1)?.requestId ?? null, cause },
  );
}
