import OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function refused(
  client: OpenAI,
  { model, fetch, process, console }: DemoSurroundings,
) {
  const baseURL = process.env.OPENAI_BASE_URL ?? 'https://api.openai.com/v1';
  const response = await fetch(`${baseURL}/responses`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ model, input: 'Hello' }),
  });
  const { error } = await response.json();
  console.log('no key:   ', response.status, error.message.split('. ')[0]);

  const stranger = client.withOptions({ apiKey: 'sk-wrong-key' });
  try {
    await stranger.responses.create({ model, input: 'Hello' });
  } catch (error) {
    if (!(error instanceof OpenAI.AuthenticationError)) throw error;
    console.log('wrong key:', error.status, error.code);
  }
}
