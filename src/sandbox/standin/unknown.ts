import { sentence, write } from './pattern.ts';
import type { Choices, Draw } from './sampling.ts';
import { quote } from './words.ts';

const admissions: Choices = [
  'I have no {answer|good answer} to $asked: I am the course’s offline stand-in, not a language model',
  'I am only the course’s offline stand-in, and $asked is {beyond me|more than I know}',
  '$asked is a question for a real model: I am {just|only} the course’s offline stand-in',
];
const remedies: Choices = [
  'to {ask|reach} a real model, put OPENAI_API_KEY in .env or run with --provider openai',
  'with OPENAI_API_KEY in .env, or with --provider openai, a real model will answer {instead|this}',
];

/** Says that the stand-in does not know what was asked, and how to ask a model. */
export function admit(question: string, draw: Draw): string {
  const lookup = () => quote(question);
  return [admissions, remedies]
    .map((choices) => sentence(write(draw(choices), draw, lookup)))
    .join(' ');
}
