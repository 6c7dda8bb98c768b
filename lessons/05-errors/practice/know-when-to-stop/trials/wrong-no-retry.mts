// Caught by tries-again: never tries again, which is right three times of four.
import OpenAI from 'openai';

try {
  const client = new OpenAI({ maxRetries: 0, timeout: 2000 });
  const response = await client.responses.create({ model: 'gpt-4o-mini', input: 'Why?' });
  console.log(response.output_text);
} catch (error) {
  console.error(`No answer: ${(error as Error).message}`);
  process.exitCode = 1;
}
