// Caught by keeps-the-cap: makes room for the answer instead.
import OpenAI from 'openai';

const client = new OpenAI();
const response = await client.responses.create({
  model: 'gpt-4o-mini',
  input: 'Why?',
  max_output_tokens: 4000,
});
console.log(response.output_text);
if (response.status === 'incomplete') {
  console.error('Cut off.');
  process.exitCode = 1;
}
