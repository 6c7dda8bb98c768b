// Caught by keeps-asking: gives up after the second failure.
import OpenAI from 'openai';

const client = new OpenAI({ maxRetries: 1 });
try {
  const response = await client.responses.create({ model: 'gpt-4o-mini', input: 'Why wait?' });
  console.log(response.output_text);
} catch (error) {
  console.error(`No answer: ${(error as Error).message}`);
  process.exitCode = 1;
}
