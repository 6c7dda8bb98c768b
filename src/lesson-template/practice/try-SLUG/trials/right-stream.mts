// Right: streams the text.
import OpenAI from 'openai';

const stream = new OpenAI().responses.stream({
  model: 'gpt-4o-mini',
  instructions: 'Be brief.',
  input: 'Why?',
});
stream.on('response.output_text.delta', ({ delta }) => process.stdout.write(delta));
await stream.finalResponse();
