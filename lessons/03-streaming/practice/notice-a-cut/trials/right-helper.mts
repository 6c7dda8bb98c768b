// Right: the SDK's helper refuses a stream without a last event; the status tells of the rest.
import OpenAI from 'openai';

try {
  const stream = new OpenAI().responses.stream({ model: 'gpt-4o-mini', input: 'Why stream?' });
  stream.on('response.output_text.delta', ({ delta }) => process.stdout.write(delta));
  const { status } = await stream.finalResponse();
  if (status !== 'completed') throw new Error(`the response is ${status}`);
} catch (error) {
  console.error(`\nNot the whole answer: ${(error as Error).message}`);
  process.exit(1);
}
