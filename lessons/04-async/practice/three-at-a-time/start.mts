// Ask all six, three at a time,
// and print the answers in the order of the questions.
import OpenAI from 'openai';

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

// One after another.
for (const question of questions) console.log(await ask(question));
