import type OpenAI from 'openai';
import type { DemoSurroundings } from '../../src/course/lesson.ts';

export async function cutOff(
  client: OpenAI,
  { model, question, console }: DemoSurroundings,
) {
  const response = await client.responses.create({
    model,
    input: question,
    max_output_tokens: 16,
  });

  const reason = response.incomplete_details?.reason;
  if (response.status === 'completed') {
    console.log(response.output_text);
  } else if (reason === 'max_output_tokens') {
    console.log(`${response.output_text}…`);
    console.log('(cut off: raise the cap, or ask for a shorter answer)');
  } else if (reason === 'content_filter') {
    console.log('(held back by the content filter: nothing to show)');
  } else {
    console.log(`(no answer: ${response.status})`);
  }
}
