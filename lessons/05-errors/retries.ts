import type OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function retries(
  client: OpenAI,
  { model, question, console }: DemoSurroundings,
) {
  const response = await client.responses.create(
    { model, input: question },
    { maxRetries: 2 }, // the SDK's own default
  );
  console.log(response.output_text);
}
