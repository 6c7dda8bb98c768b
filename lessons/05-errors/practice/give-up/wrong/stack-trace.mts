// Caught by: speaks of the key
import OpenAI from 'openai';

const client = new OpenAI({ timeout: 2000, maxRetries: 0 });
const response = await client.responses.create({ model: 'the-model', input: 'What is a timeout?' });
console.log(response.output_text);
