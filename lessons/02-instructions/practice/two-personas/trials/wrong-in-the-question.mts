// Caught by same-question: puts the persona into the question.
import OpenAI from 'openai';

const client = new OpenAI();
for (const persona of ['comedian', 'professor']) {
  const input = `Answer as a ${persona}: why?`;
  const response = await client.responses.create({ model: 'gpt-4o-mini', input, temperature: 0 });
  console.log(response.output_text);
}
