// Caught by ends-well: cries wolf, since it waits for an event that never comes.
import OpenAI from 'openai';

const client = new OpenAI();
const stream = await client.responses.create({ model: 'gpt-4o-mini', input: 'Why?', stream: true });
let isWhole = false;
for await (const event of stream) {
  if (event.type === 'response.output_text.delta') process.stdout.write(event.delta);
  if ((event.type as string) === '[DONE]') isWhole = true;
}
if (!isWhole) {
  console.error('The answer is not whole.');
  process.exitCode = 1;
}
