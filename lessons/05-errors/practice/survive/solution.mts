import OpenAI from 'openai';

// Waits as long as retry-after asks,
// and backs off where there is none: 0.5 s, 1 s, 2 s.
const client = new OpenAI({ maxRetries: 3 });
const model = 'gpt-4o-mini';

try {
  const response = await client.responses.create({
    model,
    input: 'What is a rate limit?',
  });
  console.log(response.output_text);
} catch (error) {
  if (!(error instanceof OpenAI.APIError)) throw error;
  console.error(`No answer, after four tries: ${error.message}`);
  process.exitCode = 1;
}
