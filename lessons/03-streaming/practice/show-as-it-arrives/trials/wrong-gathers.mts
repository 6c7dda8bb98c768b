// Caught by prints-as-it-arrives: asks for a stream, gathers it, and prints it at the end.
import OpenAI from 'openai';

const client = new OpenAI();
const stream = await client.responses.create({ model: 'gpt-4o-mini', input: 'Why?', stream: true });
let text = '';
for await (const event of stream) {
  if (event.type === 'response.output_text.delta') text += event.delta;
  if (event.type === 'response.completed') {
    const { usage } = event.response;
    console.log(`${text}\n${usage?.input_tokens} tokens in, ${usage?.output_tokens} out`);
  }
}
