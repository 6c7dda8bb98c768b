// Caught by waits-as-asked: waits as long as it likes, not as long as it is asked to.
import { setTimeout as sleep } from 'node:timers/promises';
import OpenAI from 'openai';

const client = new OpenAI({ maxRetries: 0 });
for (let tries = 1; ; tries += 1) {
  try {
    const response = await client.responses.create({ model: 'gpt-4o-mini', input: 'Why wait?' });
    console.log(response.output_text);
    break;
  } catch (error) {
    if (tries === 5) {
      console.error(`No answer: ${(error as Error).message}`);
      process.exit(1);
    }
    await sleep(300);
  }
}
