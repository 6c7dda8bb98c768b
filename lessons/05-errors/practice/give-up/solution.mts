import OpenAI from 'openai';

const client = new OpenAI({ timeout: 2000, maxRetries: 0 });
const model = 'the-model';

function explain(error: unknown): string {
  if (error instanceof OpenAI.AuthenticationError) return 'The API refuses the key.';
  if (error instanceof OpenAI.RateLimitError && error.type === 'insufficient_quota') {
    return 'The account has no credit left.';
  }
  if (error instanceof OpenAI.APIConnectionTimeoutError) return 'No answer came in time.';
  if (error instanceof OpenAI.APIError) return `The API could not answer: ${error.message}`;
  throw error;
}

try {
  const response = await client.responses.create({ model, input: 'What is a timeout?' });
  console.log(response.output_text);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
