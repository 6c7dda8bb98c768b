import type { ChatAnswer } from './chat-answering.ts';
import { dueMs, type Pace } from './latency.ts';
import type { Scheduled } from './pacing.ts';
import { type ChunkChoice, type ChunkOptions, chunkChoices, chunksOf } from './wire/chat-chunks.ts';
import type { Choice } from './wire/chat-completion.ts';

/** What a stream consists of: chunks, an error's envelope, the mark at its end. */
type ChatEvent = object | '[DONE]';

/** The stream of an answer, each part with its time; the choices come side by side. */
export function* chatSchedule(
  { heading, choices, usage, pace }: ChatAnswer,
  options: ChunkOptions,
): Generator<Scheduled<ChatEvent>> {
  const chunk = chunksOf(heading, options);
  const timed = choices
    .flatMap((choice) => [...timedChoices(choice, pace)])
    .sort((a, b) => a.dueMs - b.dueMs);
  const last = timed.at(-1);
  for (const each of timed) {
    const kind = each === last ? 'end' : each.isToken ? 'delta' : 'other';
    yield { event: chunk([each.choice]), dueMs: each.dueMs, kind };
  }
  const rest = { dueMs: last?.dueMs ?? 0, kind: 'other' } as const;
  if (options.includesUsage) yield { event: chunk([], usage), ...rest };
  yield { event: '[DONE]', ...rest };
}

function* timedChoices(choice: Choice, pace: Pace): Generator<ChunkChoice & { dueMs: number }> {
  let tokens = 0;
  let due = 0;
  for (const each of chunkChoices(choice)) {
    if (each.isToken) due = dueMs(pace, tokens++);
    yield { ...each, dueMs: due };
  }
}
