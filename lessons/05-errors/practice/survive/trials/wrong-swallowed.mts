// Caught by fails-in-words: catches the error and says nothing of it.
import OpenAI from 'openai';

try {
  const response = await new OpenAI().responses.create({
    model: 'gpt-4o-mini',
    input: 'Why wait?',
  });
  console.log(response.output_text);
} catch {}
