// Caught by: gives up by itself, in time
import OpenAI from 'openai';

try {
  const client = new OpenAI({ maxRetries: 0 });
  const response = await client.responses.create({
    model: 'the-model',
    input: 'What is a timeout?',
  });
  console.log(response.output_text);
} catch {
  console.error('Key, credit or time: one of them was missing.');
  process.exitCode = 1;
}
