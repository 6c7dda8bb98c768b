// Caught by prints-as-it-arrives: waits for the whole answer.
import OpenAI from 'openai';

const response = await new OpenAI().responses.create({ model: 'gpt-4o-mini', input: 'Why?' });
console.log(
  `${response.output_text}\n${response.usage?.input_tokens} ${response.usage?.output_tokens}`,
);
