// Ask the same question as two personas, at temperature 0,
// and print both answers.
import OpenAI from 'openai';

const client = new OpenAI();
const model = 'gpt-4o-mini';
const input = 'What is an API?';

const response = await client.responses.create({ model, input });
console.log(response.output_text);
