// Caught by: prints the text of the answer and nothing else
import OpenAI from 'openai';

const response = new OpenAI().responses.create({ model: 'the-model', input: 'What is an API?' });
console.log(response);
