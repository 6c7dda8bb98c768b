// Caught by stops-at-quota: leaves every 429 to the SDK, which tries it again.
import OpenAI from 'openai';

try {
  const client = new OpenAI({ maxRetries: 1, timeout: 2000 });
  const response = await client.responses.create({ model: 'gpt-4o-mini', input: 'Why?' });
  console.log(response.output_text);
} catch (error) {
  console.error(`No answer: ${(error as Error).message}`);
  process.exitCode = 1;
}
