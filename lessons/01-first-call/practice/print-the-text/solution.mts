import OpenAI from 'openai';

const client = new OpenAI();
const model = 'gpt-4o-mini';

const response = await client.responses.create({
  model,
  input: 'What is an API?',
});

console.log(response.output_text);
