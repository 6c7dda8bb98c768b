// Caught by: asks once
import OpenAI from 'openai';

const client = new OpenAI();
await client.responses.create({ model: 'the-model', input: 'What is an API?' });
const response = await client.responses.create({ model: 'the-model', input: 'What is an API?' });
console.log(response.output_text);
