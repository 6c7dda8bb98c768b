// Caught by: takes the key from the environment
import OpenAI from 'openai';

const apiKey = process.env.OPENAI_API_KEY ?? 'sk-proj-abcdefgh12345678';
try {
  const client = new OpenAI({ apiKey, timeout: 2000, maxRetries: 0 });
  const response = await client.responses.create({
    model: 'the-model',
    input: 'What is a timeout?',
  });
  console.log(response.output_text);
} catch {
  console.error('Key, credit or time: one of them was missing.');
  process.exitCode = 1;
}
