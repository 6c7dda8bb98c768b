// Caught by prints-as-it-arrives: waits for the whole answer, then prints it word by word.
import { setTimeout as sleep } from 'node:timers/promises';
import OpenAI from 'openai';

const stream = new OpenAI().responses.stream({ model: 'gpt-4o-mini', input: 'Why?' });
const { output_text, usage } = await stream.finalResponse();
for (const word of output_text.split(/(?<= )/)) {
  process.stdout.write(word);
  await sleep(5);
}
console.log(`\n${usage?.input_tokens} tokens in, ${usage?.output_tokens} out`);
