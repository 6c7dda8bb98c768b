// Exercise 01.1: ask, and print the answer.
//
// Ask the model "What is an API?", once. Print the text of the answer, and nothing else.
// Judge it with: course practice check 01.1

import OpenAI from 'openai';

const client = new OpenAI(); // finds the key in OPENAI_API_KEY
const model = 'the-model';

// Replace this line by your request, then print the text of the answer.
console.error('No request yet: write it in this file.', Boolean(client && model));
