/** What a request without `max_output_tokens` is taken to ask for. */
const assumedOutputTokens = 128;

/**
 * The estimate that counts against tokens a minute: a quarter of the characters and the most that may be
 * answered (OpenAI's rate-limit guide: estimated from characters and max tokens, not from what is billed).
 * @param characters of the instructions and messages
 * @param maxOutputTokens null when the request does not say
 */
export function requestedTokens(characters: number, maxOutputTokens: number | null): number {
  return Math.max(1, Math.ceil(characters / 4)) + (maxOutputTokens ?? assumedOutputTokens);
}
