// Caught by asks-for-a-stream: asks for the whole answer at once.
import OpenAI from 'openai';

try {
  const client = new OpenAI({ maxRetries: 0 });
  const response = await client.responses.create({ model: 'gpt-4o-mini', input: 'Why?' });
  if (response.status !== 'completed') throw new Error('It failed.');
  console.log(response.output_text);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
