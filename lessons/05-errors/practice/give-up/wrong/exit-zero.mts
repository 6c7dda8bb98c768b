// Caught by: tells by its exit code that it failed
import OpenAI from 'openai';

try {
  const client = new OpenAI({ timeout: 2000, maxRetries: 0 });
  const response = await client.responses.create({
    model: 'the-model',
    input: 'What is a timeout?',
  });
  console.log(response.output_text);
} catch {
  console.error('Key, credit or time: one of them was missing.');
}
