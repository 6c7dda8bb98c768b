// Caught by stays-within-the-limit: starts all six.
import OpenAI from 'openai';

const client = new OpenAI();
const ask = (input: string) => client.responses.create({ model: 'gpt-4o-mini', input });
const questions = ['a token', 'a prompt', 'a model', 'a stream', 'a rate limit', 'a timeout'].map(
  (topic) => `What is ${topic}?`,
);
const answers = await Promise.all(questions.map(ask));
for (const { output_text } of answers) console.log(output_text);
