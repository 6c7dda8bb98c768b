// Caught by prints-the-answers: asks twice, and prints the second answer only.
import OpenAI from 'openai';

const client = new OpenAI();
let text = '';
for (const instructions of ['You are a comedian.', 'You are a professor.']) {
  const body = { model: 'gpt-4o-mini', input: 'Why?', instructions, temperature: 0 };
  text = (await client.responses.create(body)).output_text;
}
console.log(text);
