// Caught by: tells by its exit code that it failed
import OpenAI from 'openai';

try {
  const response = await new OpenAI().responses.create({
    model: 'the-model',
    input: 'What is a retry?',
  });
  console.log(response.output_text);
} catch {
  console.log('Something did not work out.');
}
