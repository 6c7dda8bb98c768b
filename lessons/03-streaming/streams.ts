import type { Exchange, StreamEvent } from '../../src/client/exchange.ts';

/** Whether the request asked for a stream. */
export function isStreamed({ request }: Exchange): boolean {
  return (request.body as { stream?: unknown } | null)?.stream === true;
}

/** The first streamed call of a run; undefined with `--no-stream`. */
export function firstStream(
  exchanges: readonly Exchange[],
): Exchange | undefined {
  return exchanges.find(isStreamed);
}

/** The events that carry a piece of text. */
export function textDeltas({ events }: Exchange): StreamEvent[] {
  return events.filter(({ type }) => type === 'response.output_text.delta');
}

/** The events whose response says what was used. */
export function eventsWithUsage({ events }: Exchange): StreamEvent[] {
  return events.filter(({ data }) => {
    const { response } = data as { response?: { usage?: unknown } };
    return Boolean(response?.usage);
  });
}

/** An event as it is on the wire, the less telling fields left out. */
export function frameOf({ type, data }: StreamEvent): string {
  const { delta } = data as { delta?: unknown };
  const told = JSON.stringify({ type, delta }).slice(0, -1);
  return `event: ${type}\ndata: ${told}, …}`;
}

/** What a piece of text may be, in the words of a choice. */
export const pieceSizes = {
  letter: 'One letter',
  token: 'About one token',
  sentence: 'About one sentence',
} as const;
type PieceSize = keyof typeof pieceSizes;

/** What the pieces of a text came closest to; null when the call does not tell. */
export function sizeOfPieces(call: Exchange): PieceSize | null {
  const pieces = textDeltas(call).length;
  const { outputText: text, usage } = call;
  if (pieces === 0 || !text || !usage) return null;
  const counts: Readonly<Record<PieceSize, number>> = {
    letter: text.length,
    token: usage.outputTokens - usage.reasoningTokens,
    sentence: text.split(/[.!?](?:\s|$)/).filter(Boolean).length,
  };
  const distance = (size: PieceSize) =>
    Math.abs(Math.log(counts[size] / pieces));
  const sizes = Object.keys(pieceSizes) as PieceSize[];
  return sizes.reduce((best, size) =>
    distance(size) < distance(best) ? size : best,
  );
}
