import OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function classes(
  client: OpenAI,
  { model, console }: DemoSurroundings,
) {
  const once = client.withOptions({ maxRetries: 0, timeout: 300 });
  const stranger = once.withOptions({ apiKey: 'sk-wrong-key' });
  const hello = { model, input: 'Hello' };
  const plain = () => once.responses.create(hello); // the sandbox fails these
  const calls = [
    () => once.responses.create({ ...hello, temperature: 3 }),
    () => stranger.responses.create(hello),
    () => once.responses.create({ ...hello, model: `${model}-typo` }),
    ...[plain, plain, plain, plain],
  ];

  for (const call of calls) {
    try {
      await call();
    } catch (error) {
      if (!(error instanceof OpenAI.APIError)) throw error;
      const { status, code } = error;
      console.log(status ?? 'none', error.constructor.name, code ?? '');
    }
  }
}
