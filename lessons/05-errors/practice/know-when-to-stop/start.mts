// Try again where that helps, and stop where it does not.
import OpenAI from 'openai';

// Tries every 429 again, and waits ten minutes for an answer.
const client = new OpenAI();
const model = 'gpt-4o-mini';

try {
  const response = await client.responses.create({
    model,
    input: 'What is a quota?',
  });
  console.log(response.output_text);
} catch (error) {
  if (!(error instanceof OpenAI.APIError)) throw error;
  console.error(`No answer: ${error.message}`);
  process.exitCode = 1;
}
