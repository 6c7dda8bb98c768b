import OpenAI from 'openai';

const client = new OpenAI({ maxRetries: 3 });
const model = 'the-model';

try {
  const response = await client.responses.create({ model, input: 'What is a retry?' });
  console.log(response.output_text);
} catch (error) {
  if (!(error instanceof OpenAI.APIError)) throw error;
  console.error(`The API could not answer, and trying again did not help (${error.status}).`);
  process.exitCode = 1;
}
