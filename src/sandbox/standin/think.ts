/** How much of its reasoning a model tells; the values of `reasoning.summary`. */
export const summaryKinds = ['auto', 'concise', 'detailed'] as const;
export type SummaryKind = (typeof summaryKinds)[number];

const heading = '**Reading the question**';

/**
 * What stands in for a summary of reasoning, in paragraphs. It says of itself that nobody reasoned: a learner shall
 * see where a summary comes, not believe it.
 * @param question the last message of the user
 */
export function summarizeReasoning(kind: SummaryKind, question: string): string[] {
  const asked = `${heading}\n\nThe user asks: “${opening(question)}” This summary is simulated: the sandbox does not reason.`;
  if (kind !== 'detailed') return [asked];
  return [
    asked,
    '**Choosing what to say**\n\nA real model would weigh here what it knows, and tell of it in its own words.',
  ];
}

/** The first words, on one line. */
function opening(question: string): string {
  const words = question.trim().split(/\s+/);
  return words.length <= 12 ? words.join(' ') : `${words.slice(0, 12).join(' ')} …`;
}
