// Print a streamed answer; say on standard error, and by the exit code,
// when it is not whole.
import OpenAI from 'openai';

const client = new OpenAI();
const model = 'gpt-4o-mini';

const stream = await client.responses.create({
  model,
  input: 'What is a stream?',
  stream: true,
});

for await (const event of stream) {
  if (event.type === 'response.output_text.delta') {
    process.stdout.write(event.delta);
  }
}
console.log(); // The loop is over. Is the answer whole?
