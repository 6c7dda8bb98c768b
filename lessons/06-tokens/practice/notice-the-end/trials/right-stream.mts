// Right: a stream says it by its last event.
import OpenAI from 'openai';

const client = new OpenAI();
const stream = await client.responses.create({
  model: 'gpt-4o-mini',
  input: 'Why?',
  max_output_tokens: 40,
  stream: true,
});
for await (const event of stream) {
  if (event.type === 'response.output_text.delta') process.stdout.write(event.delta);
  if (event.type !== 'response.incomplete') continue;
  console.error(`\nThe answer ends here: ${event.response.incomplete_details?.reason}`);
  process.exitCode = 1;
}
