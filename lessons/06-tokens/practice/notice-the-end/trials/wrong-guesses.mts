// Caught by notices-the-cut: guesses by the number of characters.
import OpenAI from 'openai';

const client = new OpenAI();
const response = await client.responses.create({
  model: 'gpt-4o-mini',
  input: 'Why?',
  max_output_tokens: 40,
});
console.log(response.output_text);
if (response.output_text.length > 1000) {
  console.error('Cut off.');
  process.exitCode = 1;
}
