// Caught by notices-the-failure: takes any event that carries a response for the end of a good answer.
import OpenAI from 'openai';

const client = new OpenAI();
const stream = await client.responses.create({ model: 'gpt-4o-mini', input: 'Why?', stream: true });
let isOver = false;
for await (const event of stream) {
  if (event.type === 'response.output_text.delta') process.stdout.write(event.delta);
  if (event.type === 'response.completed' || event.type === 'response.failed') isOver = true;
}
if (!isOver) {
  console.error('The stream was cut.');
  process.exitCode = 1;
}
