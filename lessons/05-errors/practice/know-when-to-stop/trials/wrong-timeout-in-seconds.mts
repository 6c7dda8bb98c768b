// Caught by tries-again: a timeout of two milliseconds, meant as two seconds.
import OpenAI from 'openai';

try {
  const client = new OpenAI({ maxRetries: 1, timeout: 2 });
  const response = await client.responses.create({ model: 'gpt-4o-mini', input: 'Why?' });
  console.log(response.output_text);
} catch (error) {
  console.error(`No answer: ${(error as Error).message}`);
  process.exitCode = 1;
}
