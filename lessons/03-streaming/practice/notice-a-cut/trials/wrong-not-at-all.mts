// Caught by notices-the-cut: takes the end of the loop for the end of the answer.
import OpenAI from 'openai';

const client = new OpenAI();
const stream = await client.responses.create({ model: 'gpt-4o-mini', input: 'Why?', stream: true });
for await (const event of stream) {
  if (event.type === 'response.output_text.delta') process.stdout.write(event.delta);
  if (event.type === 'response.failed') {
    console.error('The answer failed.');
    process.exitCode = 1;
  }
}
