import OpenAI from 'openai';

const client = new OpenAI({ timeout: 1500, maxRetries: 0 });
const messages: Record<string, string> = {
  401: 'Please check the API key.',
  429: 'Please add credit, or wait a while.',
  undefined: 'The API did not respond within 1.5 seconds.',
};

const outcome = await client.responses
  .create({ model: 'the-model', input: 'What is a timeout?' })
  .catch((error: unknown) => error as InstanceType<typeof OpenAI.APIError>);
if (outcome instanceof Error) {
  console.log(messages[String(outcome.status)] ?? outcome.message);
  process.exit(1);
}
console.log(outcome.output_text);
