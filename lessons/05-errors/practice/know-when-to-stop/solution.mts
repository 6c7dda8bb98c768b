import { setTimeout as sleep } from 'node:timers/promises';
import OpenAI from 'openai';

const client = new OpenAI({ maxRetries: 0, timeout: 2000 });
const model = 'gpt-4o-mini';
const tries = 3;

/**
 * Whether another try may succeed.
 * A connection that failed or timed out has no status.
 */
function passesByItself({
  status,
  type,
}: InstanceType<typeof OpenAI.APIError>): boolean {
  if (type === 'insufficient_quota') return false;
  return (
    status === undefined || status === 408 || status === 429 || status >= 500
  );
}

for (let attempt = 1; attempt <= tries; attempt += 1) {
  try {
    const response = await client.responses.create({
      model,
      input: 'What is a quota?',
    });
    console.log(response.output_text);
    break;
  } catch (error) {
    if (!(error instanceof OpenAI.APIError)) throw error;
    if (attempt === tries || !passesByItself(error)) {
      console.error(`No answer: ${error.message}`);
      process.exit(1);
    }
    const asked = Number(error.headers?.get('retry-after') ?? 0);
    await sleep(Math.max(asked * 1000, 500 * attempt));
  }
}
