// Caught by: gives up after a few tries
import { setTimeout as sleep } from 'node:timers/promises';
import OpenAI from 'openai';

const once = new OpenAI({ maxRetries: 0 });
for (let tries = 1; tries <= 20; tries += 1) {
  try {
    const response = await once.responses.create({ model: 'the-model', input: 'What is a retry?' });
    console.log(response.output_text);
    process.exit(0);
  } catch {
    await sleep(tries === 1 ? 1100 : 120);
  }
}
console.error('The API could not answer, twenty times in a row.');
process.exit(1);
