// Caught by prints-the-answers: writes each piece over the one before it.
import OpenAI from 'openai';

const client = new OpenAI();
const stream = await client.responses.create({ model: 'gpt-4o-mini', input: 'Why?', stream: true });
for await (const event of stream) {
  if (event.type === 'response.output_text.delta')
    process.stdout.write(`${event.delta.trim()}\n\n-`);
  if (event.type === 'response.completed') console.log(event.response.usage);
}
