// Caught by prints-what-came: prints nothing of an answer that was cut off.
import OpenAI from 'openai';

const client = new OpenAI();
const response = await client.responses.create({
  model: 'gpt-4o-mini',
  input: 'Why?',
  max_output_tokens: 40,
});
if (response.status === 'incomplete') {
  console.error('Cut off.');
  process.exit(1);
}
console.log(response.output_text);
