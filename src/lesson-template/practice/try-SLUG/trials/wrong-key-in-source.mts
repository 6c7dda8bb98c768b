// Caught by key-from-environment: the key stands in the source.
import OpenAI from 'openai';

const client = new OpenAI({ apiKey: 'sk-proj-not-a-real-key-but-it-looks-like-one' });
const response = await client.responses.create({
  model: 'gpt-4o-mini',
  instructions: 'Answer in one sentence.',
  input: 'What is an API?',
});
console.log(response.output_text);
