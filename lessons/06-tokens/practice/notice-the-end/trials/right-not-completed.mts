// Right: whatever is not completed is not whole.
import OpenAI from 'openai';

const client = new OpenAI();
const response = await client.responses.create({
  model: 'gpt-4o-mini',
  input: 'Why?',
  max_output_tokens: 40,
});
process.stdout.write(response.output_text);
if (response.status !== 'completed') {
  process.stderr.write('\nCut off.\n');
  process.exit(3);
}
