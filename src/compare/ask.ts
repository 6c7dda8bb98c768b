import type { Demo, DemoDeclaration } from '../course/lesson.ts';

/** What `course compare` runs for each variant: one question, streamed, so that the first token is timed too. */
const askStreamed: Demo = async (client, { model, question, process }) => {
  const stream = await client.responses.create({ model, input: question, stream: true });
  for await (const event of stream) {
    if (event.type === 'response.output_text.delta') process.stdout.write(event.delta);
  }
};

const askWhole: Demo = async (client, { model, question, console }) => {
  const response = await client.responses.create({ model, input: question });
  console.log(response.output_text);
};

export const asking: DemoDeclaration = {
  file: 'ask.ts',
  run: askStreamed,
  role: 'default',
  asksQuestion: true,
  unstreamed: { file: 'ask.ts', run: askWhole },
};
