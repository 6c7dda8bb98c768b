// Caught by ends-well: says that it failed when it did not.
import OpenAI from 'openai';

const client = new OpenAI();
const response = await client.responses.create({
  model: 'gpt-4o-mini',
  instructions: 'Answer in one sentence.',
  input: 'What is an API?',
});
console.log(response.output_text);
process.exitCode = 1;
