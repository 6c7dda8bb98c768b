import { setTimeout as sleep } from 'node:timers/promises';
import OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function quota(
  client: OpenAI,
  { model, console }: DemoSurroundings,
) {
  const once = client.withOptions({ maxRetries: 0 }); // this loop retries
  for (let tries = 1; tries <= 5; tries += 1) {
    try {
      const response = await once.responses.create({ model, input: 'Hello' });
      console.log(response.output_text);
      break;
    } catch (error) {
      if (!(error instanceof OpenAI.RateLimitError)) throw error;
      console.log(error.status, 'type:', error.type, 'code:', error.code);
      if (error.type === 'insufficient_quota') {
        console.log(
          'No credit is left: stop, and tell somebody who can pay.',
        );
        break;
      }
      const asked = Number(error.headers?.get('retry-after')) * 1000;
      await sleep(asked || 500 * 2 ** (tries - 1) * (1 - Math.random() / 4));
    }
  }
}
