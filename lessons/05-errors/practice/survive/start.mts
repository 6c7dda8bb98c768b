// Exercise 05.1: get through a bad moment.
//
// Ask the model "What is a retry?" and print the answer. After a 429 or a 5xx, try again; wait at least as long
// as the server asks. When every try has failed: one sentence, no stack trace, an exit code other than 0.
// Judge it with: course practice check 05.1

import OpenAI from 'openai';

const client = new OpenAI({ maxRetries: 0 }); // gives up at the first failure: is that what you want?
const model = 'the-model';

const response = await client.responses.create({ model, input: 'What is a retry?' });
console.log(response.output_text);
