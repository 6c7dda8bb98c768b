import type OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function reader(
  client: OpenAI,
  { model, question, console }: DemoSurroundings,
) {
  const read = async () => {
    const stream = await client.responses.create({
      model,
      input: question,
      stream: true,
    });
    const watchdog = setTimeout(() => stream.controller.abort(), 750); // ms
    let [text, status] = ['', 'in_progress'];
    try {
      for await (const event of stream) {
        watchdog.refresh(); // something came: wait as long again
        if (event.type === 'response.output_text.delta') text += event.delta;
        if (event.type === 'error') throw new Error(event.message);
        if ('response' in event) status = event.response.status ?? status;
      }
    } finally {
      clearTimeout(watchdog);
    }
    return { text, status };
  };

  for (const trial of ['first', 'second', 'third', 'fourth']) {
    const { text, status } = await read();
    console.log(`${trial}: ${status}, ${text.length} characters`);
  }
}
