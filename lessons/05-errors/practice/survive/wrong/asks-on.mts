// Caught by: tries until it is answered, and no more
import OpenAI from 'openai';

try {
  const client = new OpenAI();
  await client.responses.create({ model: 'the-model', input: 'What is a retry?' });
  const response = await client.responses.create({ model: 'the-model', input: 'What is a retry?' });
  console.log(response.output_text);
} catch {
  console.error('The API could not answer.');
  process.exitCode = 1;
}
