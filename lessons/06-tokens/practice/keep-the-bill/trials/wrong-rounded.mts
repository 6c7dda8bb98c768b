// Caught by prints-the-costs: rounds to cents.
import OpenAI from 'openai';

const client = new OpenAI();
const questions = ['What is a token?', 'What is a price?', 'What is a budget?'];
let spent = 0;
for (const input of questions) {
  if (spent >= 0.0002) {
    console.error('The budget is spent.');
    process.exit(1);
  }
  const { output_text, usage } = await client.responses.create({ model: 'gpt-4o-mini', input });
  const [tokensIn, tokensOut] = [usage?.input_tokens ?? 0, usage?.output_tokens ?? 0];
  const cost = (tokensIn * 0.15 + tokensOut * 0.6) / 1e6;
  spent += cost;
  console.log(output_text, tokensIn, tokensOut, cost.toFixed(2));
}
console.log('sum', spent.toFixed(2));
