// Caught by runs-in-parallel: has only two under way.
import OpenAI from 'openai';
import pLimit from 'p-limit';

const client = new OpenAI();
const ask = (input: string) => client.responses.create({ model: 'gpt-4o-mini', input });
const questions = ['a token', 'a prompt', 'a model', 'a stream', 'a rate limit', 'a timeout'].map(
  (topic) => `What is ${topic}?`,
);
const limit = pLimit(2);
const answers = await Promise.all(questions.map((question) => limit(() => ask(question))));
for (const { output_text } of answers) console.log(output_text);
