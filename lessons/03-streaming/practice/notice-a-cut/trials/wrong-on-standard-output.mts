// Caught by notices-the-cut: says it among the text, where no reader can tell the two apart.
import OpenAI from 'openai';

const client = new OpenAI();
const stream = await client.responses.create({ model: 'gpt-4o-mini', input: 'Why?', stream: true });
let isWhole = false;
for await (const event of stream) {
  if (event.type === 'response.output_text.delta') process.stdout.write(event.delta);
  if (event.type === 'response.completed') isWhole = true;
}
if (!isWhole) {
  console.log('The answer is not whole.');
  process.exitCode = 1;
}
