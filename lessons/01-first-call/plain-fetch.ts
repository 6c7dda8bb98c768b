import type OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function plainFetch(
  _: OpenAI,
  { model, question, fetch, process, console }: DemoSurroundings,
) {
  const baseURL = process.env.OPENAI_BASE_URL ?? 'https://api.openai.com/v1';
  const response = await fetch(`${baseURL}/responses`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${process.env.OPENAI_API_KEY}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ model, input: question }),
  });
  const body = await response.json();
  if (!response.ok)
    throw new Error(`${response.status} ${body.error.message}`);
  for (const item of body.output) {
    for (const part of item.content ?? []) console.log(part.text);
  }
}
