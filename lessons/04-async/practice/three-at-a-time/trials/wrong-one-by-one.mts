// Caught by runs-in-parallel: waits for each answer before it asks the next.
import OpenAI from 'openai';

const client = new OpenAI();
const ask = (input: string) => client.responses.create({ model: 'gpt-4o-mini', input });
const questions = ['a token', 'a prompt', 'a model', 'a stream', 'a rate limit', 'a timeout'].map(
  (topic) => `What is ${topic}?`,
);
for (const question of questions) console.log((await ask(question)).output_text);
