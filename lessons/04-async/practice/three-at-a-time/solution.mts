import OpenAI from 'openai';
import pLimit from 'p-limit';

const client = new OpenAI();
const model = 'gpt-4o-mini';

const questions = [
  'What is a token?',
  'What is a prompt?',
  'What is a model?',
  'What is a stream?',
  'What is a rate limit?',
  'What is a timeout?',
];

async function ask(input: string): Promise<string> {
  const response = await client.responses.create({ model, input });
  return response.output_text;
}

const limit = pLimit(3);
const answers = await Promise.all(
  questions.map((question) => limit(() => ask(question))),
);
for (const answer of answers) console.log(answer);
