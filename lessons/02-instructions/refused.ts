import OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function refused(
  client: OpenAI,
  { model, question, console }: DemoSurroundings,
) {
  try {
    const response = await client.responses.create({
      model,
      input: question,
      temperature: 0,
    });
    console.log(response.output_text);
  } catch (error) {
    if (!(error instanceof OpenAI.BadRequestError)) throw error;
    console.log(error.status, error.error);
  }
}
