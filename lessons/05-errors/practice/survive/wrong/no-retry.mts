// Caught by: prints the answer in the end
import OpenAI from 'openai';

try {
  const client = new OpenAI({ maxRetries: 0 });
  const response = await client.responses.create({ model: 'the-model', input: 'What is a retry?' });
  console.log(response.output_text);
} catch {
  console.error('The API could not answer.');
  process.exitCode = 1;
}
