import OpenAI from 'openai';

const client = new OpenAI();
const model = 'gpt-4o-mini';

const response = await client.responses.create({
  model,
  input: 'Explain the history of the computer.',
  max_output_tokens: 40,
});
console.log(response.output_text);

if (response.status === 'incomplete') {
  const reason = response.incomplete_details?.reason;
  console.error(`This is not the whole answer: ${reason}.`);
  process.exitCode = 1;
}
