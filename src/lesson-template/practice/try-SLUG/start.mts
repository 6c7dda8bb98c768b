// To write: the task in one sentence.
// Tell the model how to answer, and print the text of its answer.
import OpenAI from 'openai';

// Finds OPENAI_API_KEY and OPENAI_BASE_URL by itself.
const client = new OpenAI();
const model = 'gpt-4o-mini';

// This lets the model answer as it likes. You want to say how.
const response = await client.responses.create({
  model,
  input: 'What is an API?',
});

console.log(response.output_text);
