import OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function ownLoop(
  client: OpenAI,
  { model, console }: DemoSurroundings,
) {
  for (let tries = 1; tries <= 5; tries += 1) {
    try {
      await client.responses.create(
        { model, input: 'Hello' },
        { maxRetries: 2 },
      );
      break;
    } catch (error) {
      if (!(error instanceof OpenAI.RateLimitError)) throw error;
      console.log('try', tries, 'failed');
    }
  }
}
