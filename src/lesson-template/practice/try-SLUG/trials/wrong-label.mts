// Caught by prints-only-the-text: puts a label before the text.
import OpenAI from 'openai';

const client = new OpenAI();
const response = await client.responses.create({
  model: 'gpt-4o-mini',
  instructions: 'Answer in one sentence.',
  input: 'What is an API?',
});
console.log(`Answer: ${response.output_text}`);
