import OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function log(
  client: OpenAI,
  { model, question, console }: DemoSurroundings,
) {
  for (const task of ['search', 'summary']) {
    try {
      const { data, response, request_id } = await client.responses
        .create({ model, input: question }, { maxRetries: 0 })
        .withResponse();
      const left = response.headers.get('x-ratelimit-remaining-requests');
      const { status, usage } = data;
      const tokens = usage?.total_tokens;
      console.log(JSON.stringify({ task, status, request_id, tokens, left }));
    } catch (error) {
      if (!(error instanceof OpenAI.APIError)) throw error;
      const { status, code, type, requestID: request_id } = error;
      console.log(JSON.stringify({ task, status, code, type, request_id }));
    }
  }
}
