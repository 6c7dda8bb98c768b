// Caught by gives-up: a loop of its own around the SDK's retries multiplies them.
import OpenAI from 'openai';

const client = new OpenAI({ maxRetries: 2 });
for (let tries = 1; ; tries += 1) {
  try {
    const response = await client.responses.create({ model: 'gpt-4o-mini', input: 'Why wait?' });
    console.log(response.output_text);
    break;
  } catch (error) {
    if (tries < 4) continue;
    console.error(`No answer: ${(error as Error).message}`);
    process.exit(1);
  }
}
