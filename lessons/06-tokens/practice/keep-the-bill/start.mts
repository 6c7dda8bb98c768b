// Print what each call cost, and the sum;
// send nothing more once the budget is spent.
import OpenAI from 'openai';

const client = new OpenAI();
const model = 'gpt-4o-mini';
const price = { input: 0.15, output: 0.6 }; // USD per million tokens
const budget = 0.0002; // USD

const questions = [
  'What is a token?',
  'What is a price?',
  'What is a budget?',
];

console.log(`${model} costs`, price, `and the budget is $${budget}.`);
for (const input of questions) {
  const response = await client.responses.create({ model, input });
  console.log(response.output_text);
}
