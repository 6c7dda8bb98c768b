// Caught by temperature-0: only one of the two is at 0.
import OpenAI from 'openai';

const client = new OpenAI();
for (const [temperature, instructions] of [
  'You are a comedian.',
  'You are a professor.',
].entries()) {
  const body = { model: 'gpt-4o-mini', input: 'Why?', instructions, temperature };
  console.log((await client.responses.create(body)).output_text);
}
