// Caught by: ends with exit code 0
import OpenAI from 'openai';

const response = await new OpenAI().responses.create({
  model: 'the-model',
  input: 'What is an API?',
});
console.log(response.output_text);
process.exitCode = 1;
