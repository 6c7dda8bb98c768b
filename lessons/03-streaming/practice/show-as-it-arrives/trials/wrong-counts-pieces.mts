// Caught by prints-the-usage: takes the pieces for the tokens.
import OpenAI from 'openai';

const client = new OpenAI();
const stream = await client.responses.create({ model: 'gpt-4o-mini', input: 'Why?', stream: true });
let pieces = 0;
for await (const event of stream) {
  if (event.type !== 'response.output_text.delta') continue;
  process.stdout.write(event.delta);
  pieces += 1;
}
console.log(`\n1 token in, ${pieces} out`);
