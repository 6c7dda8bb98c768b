import OpenAI from 'openai';

const client = new OpenAI();
const model = 'gpt-4o-mini';
const input = 'What is an API?';

const personas = {
  comedian: 'You are a sarcastic stand-up comedian.',
  professor: 'You are a strict, formal professor.',
};

for (const [name, instructions] of Object.entries(personas)) {
  const response = await client.responses.create({
    model,
    input,
    instructions,
    temperature: 0,
  });
  console.log(`${name}: ${response.output_text}\n`);
}
