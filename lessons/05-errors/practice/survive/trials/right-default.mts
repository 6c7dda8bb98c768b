// Right: the SDK's own two retries are enough.
import OpenAI from 'openai';

const client = new OpenAI();
await client.responses.create({ model: 'gpt-4o-mini', input: 'Why wait?' }).then(
  ({ output_text }) => console.log(output_text),
  ({ message }: Error) => {
    console.error(`The model cannot be reached: ${message}`);
    process.exit(2);
  },
);
