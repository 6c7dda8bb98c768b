// Caught by times-out: waits ten minutes for an answer.
import OpenAI from 'openai';

const client = new OpenAI({ maxRetries: 0 });
for (let tries = 1; tries < 4; tries += 1) {
  try {
    const response = await client.responses.create({ model: 'gpt-4o-mini', input: 'Why?' });
    console.log(response.output_text);
    break;
  } catch (error) {
    const { status, message } = error as InstanceType<typeof OpenAI.APIError>;
    if (status === 503) continue;
    console.error(`No answer: ${message}`);
    process.exit(1);
  }
}
