// Get an answer from a server that stumbles;
// say so kindly when there is none to be had.
import OpenAI from 'openai';

const client = new OpenAI({ maxRetries: 0 }); // one attempt, no second one
const model = 'gpt-4o-mini';

const response = await client.responses.create({
  model,
  input: 'What is a rate limit?',
});
console.log(response.output_text);
