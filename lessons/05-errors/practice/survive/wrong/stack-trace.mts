// Caught by: says that it failed
import OpenAI from 'openai';

const response = await new OpenAI().responses.create({
  model: 'the-model',
  input: 'What is a retry?',
});
console.log(response.output_text);
