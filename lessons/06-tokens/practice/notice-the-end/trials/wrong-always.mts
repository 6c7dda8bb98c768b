// Caught by ends-well: says it of every answer.
import OpenAI from 'openai';

const client = new OpenAI();
const response = await client.responses.create({
  model: 'gpt-4o-mini',
  input: 'Why?',
  max_output_tokens: 40,
});
console.log(response.output_text);
console.error('The answer may be cut off.');
process.exitCode = 1;
