import type OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function askFirst(
  client: OpenAI,
  { model, question, acceptsTemperature, console }: DemoSurroundings,
) {
  const response = await client.responses.create({
    model,
    input: question,
    ...(acceptsTemperature ? { temperature: 0 } : {}),
  });
  console.log(response.output_text);
}
