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
  if (event.type === 'response.completed') {
    const { usage } = event.response;
    console.log(
      `\n${usage?.input_tokens} tokens in, ${usage?.output_tokens} out`,
    );
  }
}
