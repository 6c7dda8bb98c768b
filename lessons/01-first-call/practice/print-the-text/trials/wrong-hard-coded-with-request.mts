// Caught by prints-only-the-text: asks, and prints something of its own.
import OpenAI from 'openai';

await new OpenAI().responses.create({ model: 'gpt-4o-mini', input: 'What is an API?' });
console.log('An API is a set of rules by which one program can ask another for something.');
