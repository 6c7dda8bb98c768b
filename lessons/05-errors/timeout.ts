import OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function timeout(
  client: OpenAI,
  { model, console }: DemoSurroundings,
) {
  try {
    await client.responses.create(
      { model, input: 'Hello' },
      { timeout: 200, maxRetries: 1 }, // milliseconds
    );
  } catch (error) {
    if (!(error instanceof OpenAI.APIConnectionTimeoutError)) throw error;
    console.log(error.message);
  }
}
