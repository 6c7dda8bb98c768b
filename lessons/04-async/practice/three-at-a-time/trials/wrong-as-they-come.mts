// Caught by prints-in-order: prints each answer when it comes.
import OpenAI from 'openai';
import pLimit from 'p-limit';

const client = new OpenAI();
const ask = (input: string) => client.responses.create({ model: 'gpt-4o-mini', input });
const questions = ['a token', 'a prompt', 'a model', 'a stream', 'a rate limit', 'a timeout'].map(
  (topic) => `What is ${topic}?`,
);
const limit = pLimit(3);
await Promise.all(
  questions.map((question) =>
    limit(async () => {
      console.log((await ask(question)).output_text);
    }),
  ),
);
