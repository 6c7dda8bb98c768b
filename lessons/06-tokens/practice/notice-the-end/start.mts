// Print the answer; say on standard error, and by the exit code,
// when it was cut off.
import OpenAI from 'openai';

const client = new OpenAI();
const model = 'gpt-4o-mini';

const response = await client.responses.create({
  model,
  input: 'Explain the history of the computer.',
  max_output_tokens: 40,
});
console.log(response.output_text); // Is this the whole answer?
