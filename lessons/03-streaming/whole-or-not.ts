import OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function wholeOrNot(
  client: OpenAI,
  { model, question, console }: DemoSurroundings,
) {
  try {
    const once = client.withOptions({ maxRetries: 0 });
    const response = await once.responses.create({ model, input: question });
    console.log(
      response.status,
      response.error?.message ?? response.output_text,
    );
  } catch (error) {
    if (!(error instanceof OpenAI.APIConnectionError)) throw error;
    console.log('no answer:', error.message);
  }
}
