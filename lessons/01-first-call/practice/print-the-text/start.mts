// Ask the model one question and print the text of the answer,
// and nothing else.
import OpenAI from 'openai';

// Finds OPENAI_API_KEY and OPENAI_BASE_URL by itself.
const client = new OpenAI();
const model = 'gpt-4o-mini';

const response = await client.responses.create({
  model,
  input: 'What is an API?',
});

// This prints the whole response. You want the text.
console.log(response);
