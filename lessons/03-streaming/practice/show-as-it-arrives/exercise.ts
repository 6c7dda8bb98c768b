import { printsTheAnswers } from '../../../../src/practice/criteria/output.ts';
import { endsWell, keyFromEnvironment } from '../../../../src/practice/criteria/program.ts';
import { getsAnswers } from '../../../../src/practice/criteria/requests.ts';
import { printsAsItArrives, printsTheUsage } from '../../../../src/practice/criteria/streams.ts';
import type { Exercise } from '../../../../src/practice/exercise.ts';

export const exercise: Exercise = {
  id: '03.1',
  slug: 'show-as-it-arrives',
  title: 'Show an answer while it is written',
  task: `Ask one question and print the text of the answer **piece by piece, as it arrives**. When it is whole, print on a new
line how many tokens went in and how many came out. The last event of the stream, \`response.completed\`, knows both.`,
  hints: [
    'A request with `stream: true` gives events in place of a response. `for await` goes through them: `course lesson 03 --step 3`.',
    'Pieces of text come in events of the type `response.output_text.delta`, in the field `delta`. Print them without a line break: `process.stdout.write` in Node, `print(…, end="", flush=True)` in Python. With curl, `--no-buffer`.',
    "```ts\nconst stream = await client.responses.create({ model, input, stream: true });\nfor await (const event of stream) {\n  if (event.type === 'response.output_text.delta') {\n    process.stdout.write(event.delta);\n  }\n  if (event.type === 'response.completed') {\n    console.log('\\n', event.response.usage);\n  }\n}\n```",
  ],
  // Slow enough that a program on a busy machine keeps up.
  scenarios: [{ name: 'all is well', latency: 2500 }],
  criteria: [
    endsWell(),
    keyFromEnvironment,
    getsAnswers(1),
    printsAsItArrives,
    printsTheAnswers(),
    printsTheUsage,
  ],
};
