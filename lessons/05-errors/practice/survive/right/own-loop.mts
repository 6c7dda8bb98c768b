import { setTimeout as sleep } from 'node:timers/promises';
import OpenAI from 'openai';

const once = new OpenAI({ maxRetries: 0 });

async function ask(input: string): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    try {
      const response = await once.responses.create({ model: 'the-model', input });
      return response.output_text;
    } catch (error) {
      if (!(error instanceof OpenAI.APIError) || tries === 4) throw error;
      const asked = Number(error.headers?.get('retry-after') ?? 0) * 1000;
      await sleep(Math.max(asked, 150 * 2 ** tries));
    }
  }
}

try {
  console.log(await ask('What is a retry?'));
} catch {
  console.log('Sorry, the service is not available at the moment. Please come back later.');
  process.exit(1);
}
