import OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function branches(
  client: OpenAI,
  { model, console }: DemoSurroundings,
) {
  const explain = (error: unknown) => {
    if (error instanceof OpenAI.APIConnectionTimeoutError)
      return 'no answer in time';
    if (error instanceof OpenAI.APIConnectionError)
      return 'the server was not reached';
    if (error instanceof OpenAI.RateLimitError)
      return 'too many requests for now';
    if (error instanceof OpenAI.InternalServerError)
      return 'trouble at the server';
    if (error instanceof OpenAI.APIError)
      return `our mistake: ${error.message}`;
    throw error; // not from the API at all: a bug of our own
  };

  const once = client.withOptions({ maxRetries: 0, timeout: 300 });
  for (const max_output_tokens of [100, 100, 100, 100, 1]) {
    try {
      await once.responses.create({
        model,
        input: 'Hello',
        max_output_tokens,
      });
    } catch (error) {
      console.log(explain(error));
    }
  }
}
