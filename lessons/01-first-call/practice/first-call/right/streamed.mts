import OpenAI from 'openai';

const stream = await new OpenAI().responses.create({
  model: 'the-model',
  input: 'What is an API?',
  stream: true,
});
for await (const event of stream) {
  if (event.type === 'response.output_text.delta') process.stdout.write(event.delta);
}
