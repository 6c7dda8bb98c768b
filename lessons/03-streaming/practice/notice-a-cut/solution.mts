import OpenAI from 'openai';

const client = new OpenAI();
const model = 'gpt-4o-mini';

const stream = await client.responses.create({
  model,
  input: 'What is a stream?',
  stream: true,
});

let isWhole = false;
for await (const event of stream) {
  if (event.type === 'response.output_text.delta') {
    process.stdout.write(event.delta);
  }
  if (event.type === 'response.completed') isWhole = true;
}
console.log();

if (!isWhole) {
  console.error(
    'The answer is not whole: it stopped in the middle, or failed there.',
  );
  process.exitCode = 1;
}
