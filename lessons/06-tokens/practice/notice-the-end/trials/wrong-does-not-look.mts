// Caught by notices-the-cut: never looks at the status.
import OpenAI from 'openai';

const client = new OpenAI();
const response = await client.responses.create({
  model: 'gpt-4o-mini',
  input: 'Why?',
  max_output_tokens: 40,
});
console.log(response.output_text);
