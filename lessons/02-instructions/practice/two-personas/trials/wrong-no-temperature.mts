// Caught by temperature-0: leaves the temperature at its default.
import OpenAI from 'openai';

const client = new OpenAI();
for (const instructions of ['You are a comedian.', 'You are a professor.']) {
  const response = await client.responses.create({
    model: 'gpt-4o-mini',
    input: 'Why?',
    instructions,
  });
  console.log(response.output_text);
}
