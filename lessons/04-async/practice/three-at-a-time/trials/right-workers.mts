// Right: three workers take the next question each, and put its answer in its place.
import OpenAI from 'openai';

const client = new OpenAI();
const ask = (input: string) => client.responses.create({ model: 'gpt-4o-mini', input });
const questions = ['a token', 'a prompt', 'a model', 'a stream', 'a rate limit', 'a timeout'].map(
  (topic) => `What is ${topic}?`,
);
const answers: string[] = [];
const open = questions.entries();
async function work() {
  for (const [index, question] of open) answers[index] = (await ask(question)).output_text;
}
await Promise.all([work(), work(), work()]);
console.log(answers.join('\n\n'));
