// Caught by: waits as long as the server asks
import OpenAI from 'openai';

const once = new OpenAI({ maxRetries: 0 });
for (let tries = 1; tries <= 5; tries += 1) {
  try {
    const response = await once.responses.create({ model: 'the-model', input: 'What is a retry?' });
    console.log(response.output_text);
    process.exit(0);
  } catch {
    // Again, at once.
  }
}
console.error('The API could not answer, five times in a row.');
process.exit(1);
