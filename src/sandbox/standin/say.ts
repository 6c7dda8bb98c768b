import { sentence, write } from './pattern.ts';
import type { Reply } from './reply.ts';
import type { Draw } from './sampling.ts';
import { cutToSentences } from './style/length.ts';
import type { Letters, Style } from './style/style.ts';
import { quote, sentencesOf } from './words.ts';

const spelling: Readonly<Record<Letters, (text: string) => string>> = {
  'as they are': (text) => text,
  upper: (text) => text.toUpperCase(),
  lower: (text) => text.toLowerCase(),
};

/** Gives a reply to `question` the form, the fixed words and the letters that were asked for. */
export function say(reply: Reply, question: string, style: Style, draw: Draw): string {
  const text =
    style.form === 'json'
      ? JSON.stringify(fields(reply))
      : [style.beginning, prose(reply, question, style, draw), style.ending]
          .filter((each) => each !== '')
          .join(' ');
  return spelling[style.letters](text);
}

function fields(reply: Reply): Readonly<Record<string, string>> {
  switch (reply.kind) {
    case 'facts':
      return reply.facts;
    case 'told':
      return { topic: reply.topic, answer: reply.text };
    default:
      return { answer: reply.text };
  }
}

function prose(reply: Reply, question: string, style: Style, draw: Draw): string {
  switch (reply.kind) {
    case 'facts':
      return Object.entries(reply.facts)
        .map(([name, value]) => sentence(`${name}: ${value}`).replace(/\.$/, ''))
        .join('\n');
    case 'said':
      return dressed(reply.text, question, style, draw);
    default:
      return reply.text;
  }
}

function dressed(text: string, question: string, style: Style, draw: Draw): string {
  const { voice, language, length, form } = style;
  if (language) return write(language.apology, draw, () => quote(question));
  if (length.unit === 'sentences') return cutToSentences(text, length.count);
  if (form === 'bullets')
    return sentencesOf(text)
      .map((each) => `- ${each}`)
      .join('\n');
  return write(draw(voice.around), draw, () => text);
}
