import OpenAI from 'openai';

const client = new OpenAI();
const model = 'the-model';

const response = await client.responses.create({ model, input: 'What is an API?' });
console.log(response.output_text);
