// Caught by fails-in-words: leaves the error to Node, which prints its stack.
import OpenAI from 'openai';

const response = await new OpenAI().responses.create({ model: 'gpt-4o-mini', input: 'Why wait?' });
console.log(response.output_text);
