// Caught by asks-the-model: asks for both personas in one request.
import OpenAI from 'openai';

const response = await new OpenAI().responses.create({
  model: 'gpt-4o-mini',
  input: 'Why?',
  instructions: 'Answer twice: as a comedian and as a professor.',
  temperature: 0,
});
console.log(response.output_text);
