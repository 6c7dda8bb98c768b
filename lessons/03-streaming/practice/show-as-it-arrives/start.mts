// Print the answer as it arrives, and the tokens when it is whole.
import OpenAI from 'openai';

const client = new OpenAI();
const model = 'gpt-4o-mini';

// This waits for the whole answer.
const response = await client.responses.create({
  model,
  input: 'What is a stream?',
});
console.log(response.output_text);
