// Right: prints every few words, when there are enough of them.
import OpenAI from 'openai';

const client = new OpenAI();
const stream = await client.responses.create({ model: 'gpt-4o-mini', input: 'Why?', stream: true });
let held = '';
for await (const event of stream) {
  if (event.type === 'response.output_text.delta') held += event.delta;
  const isDone = event.type === 'response.completed';
  if (held.length > 12 || isDone) {
    process.stdout.write(held);
    held = '';
  }
  if (isDone) console.log('\n', event.response.usage);
}
