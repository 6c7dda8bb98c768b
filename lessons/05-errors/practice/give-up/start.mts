// Exercise 05.2: know when to stop.
//
// Ask the model "What is a timeout?" and print the answer. One request, and no more, after a 401 and when the quota is
// exhausted. Wait at most two seconds for an answer. In each case: one sentence about what is the matter, no stack
// trace, an exit code other than 0.
// Judge it with: course practice check 05.2

import OpenAI from 'openai';

const client = new OpenAI();
const model = 'the-model';

try {
  const response = await client.responses.create({ model, input: 'What is a timeout?' });
  console.log(response.output_text);
} catch {
  console.error('Something went wrong.'); // What? And whose turn is it now?
}
