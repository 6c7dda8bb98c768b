// Caught by: asks the question
import OpenAI from 'openai';

const response = await new OpenAI().responses.create({ model: 'the-model', input: 'Hello!' });
console.log(response.output_text);
