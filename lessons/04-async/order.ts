import type OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function order(
  client: OpenAI,
  { model, question, console }: DemoSurroundings,
) {
  const styles = ['In detail.', 'In five words.', 'As a haiku.'];
  const ask = async (style: string) => {
    const input = `${question} ${style}`;
    const response = await client.responses.create({ model, input });
    console.log('arrived:', style);
    return response.output_text;
  };

  const answers = await Promise.all(styles.map(ask));
  for (const [index, answer] of answers.entries()) {
    console.log(`answers[${index}]:`, answer.length, 'characters');
  }
}
