// Right: two batches of three, printed with numbers.
import OpenAI from 'openai';

const client = new OpenAI();
const ask = (input: string) => client.responses.create({ model: 'gpt-4o-mini', input });
const questions = ['a token', 'a prompt', 'a model', 'a stream', 'a rate limit', 'a timeout'].map(
  (topic) => `What is ${topic}?`,
);
for (const batch of [questions.slice(0, 3), questions.slice(3)]) {
  const answers = await Promise.all(batch.map(ask));
  answers.forEach(({ output_text }, index) => {
    console.log(index + 1, output_text);
  });
}
