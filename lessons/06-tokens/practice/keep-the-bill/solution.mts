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

let spent = 0;
for (const input of questions) {
  if (spent >= budget) {
    console.error(`Stopped: $${spent.toFixed(8)} of $${budget} are spent.`);
    process.exitCode = 1;
    break;
  }
  const { output_text, usage } = await client.responses.create({
    model,
    input,
  });
  const { input_tokens = 0, output_tokens = 0 } = usage ?? {};
  const cost =
    (input_tokens * price.input + output_tokens * price.output) / 1_000_000;
  spent += cost;
  console.log(`${output_text}\n$${cost.toFixed(8)}\n`);
}
console.log(`Sum: $${spent.toFixed(8)}`);
