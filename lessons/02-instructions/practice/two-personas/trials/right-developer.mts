// Right: the personas are developer messages, the calls run side by side.
import OpenAI from 'openai';

const client = new OpenAI();
const ask = (persona: string) =>
  client.responses.create({
    model: 'gpt-4o-mini',
    temperature: 0,
    input: [
      { role: 'developer', content: persona },
      { role: 'user', content: [{ type: 'input_text', text: 'Why is the sky blue?' }] },
    ],
  });
const answers = await Promise.all([ask('You are a pirate.'), ask('You are a poet.')]);
for (const { output_text } of answers) console.log(output_text);
