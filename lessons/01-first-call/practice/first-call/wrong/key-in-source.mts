// Caught by: takes the key from the environment
import OpenAI from 'openai';

const client = new OpenAI({ apiKey: 'sk-my-own-key-1234' });
const response = await client.responses.create({ model: 'the-model', input: 'What is an API?' });
console.log(response.output_text);
