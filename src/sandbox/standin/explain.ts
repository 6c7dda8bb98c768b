import { haikuAbout } from './haiku.ts';
import type { Language } from './languages/language.ts';
import { type Lookup, sentence, write } from './pattern.ts';
import type { Choices, Draw } from './sampling.ts';
import { cutToWords } from './style/length.ts';
import type { Form, Style } from './style/style.ts';
import { type Part, parts, type Topic } from './topics/topic.ts';
import { neutral } from './voices/neutral.ts';
import type { Voice } from './voices/voice.ts';
import { quote } from './words.ts';

/** What is told for a kind of question; the first kind whose words are in the question counts. */
const angles: readonly { readonly words: RegExp; readonly tells: readonly Part[] }[] = [
  { words: /\b(?:examples?|for instance|sample|illustrate)\b/i, tells: ['example', 'definition'] },
  {
    words:
      /\b(?:why|useful|benefits?|advantages?|point of|matters?|important|(?:good|used) for)\b/i,
    tells: ['use', 'detail', 'example'],
  },
  {
    words: /\b(?:explain|describe|how|tell me|detail)\b/i,
    tells: ['definition', 'detail', 'use', 'example'],
  },
];

/** What is told when something is just asked for: "What is …?" */
const plainAngle: readonly Part[] = ['definition', 'detail', 'use'];

/** Answers a question about a topic in the style asked for. */
export function explain(topic: Topic, question: string, style: Style, draw: Draw): string {
  const { form, length, language, voice } = style;
  if (language) return summary(topic, language, draw);
  if (form === 'haiku') return haikuAbout(topic.one, draw, topic.haiku);
  const say = speaker(spoken(topic, voice, draw), draw);
  if (length.unit === 'any') {
    const asked = angles.find(({ words }) => words.test(question))?.tells ?? plainAngle;
    const frames = (voice.tells ?? asked).map((part) => voice.frames[part]);
    return lay(surround(frames, voice).map(say), form);
  }
  if (length.unit === 'sentences') {
    const frames = parts.slice(0, length.count).map((part) => voice.frames[part]);
    return lay((length.count === 1 ? [voice.short] : frames).map(say), form);
  }
  return length.count <= topic.keywords.length
    ? sentence(topic.keywords.slice(0, length.count).join(', '))
    : cutToWords(parts.map((part) => say(neutral.frames[part])).join(' '), length);
}

/** How two topics are told apart: `$definition` and `$example` are the first's, those of the second begin with `other`. */
const contrasts: readonly Choices[] = [
  ['$definition'],
  ['{by contrast|on the other hand|in contrast}, $otherdefinition'],
  ['an example of the first: $example', 'to see the first at work: $example'],
  ['an example of the second: $otherexample', 'and the second: $otherexample'],
];
const shortContrast: Choices = ['$definition, {while|whereas} $otherdefinition'];

/** Tells two topics apart: what each is, and an example of each. */
export function contrast(first: Topic, second: Topic, style: Style, draw: Draw): string {
  const { form, length, language, voice } = style;
  if (language) return `${summary(first, language, draw)} ${summary(second, language, draw)}`;
  const [one, other] = [spoken(first, voice, draw), spoken(second, voice, draw)];
  const say = speaker((name) => {
    if (name === 'subject') return `${first.all} and ${second.all}`;
    return name.startsWith('other') ? other(name.slice('other'.length)) : one(name);
  }, draw);
  if (length.unit === 'any') return lay(surround(contrasts, voice).map(say), form);
  if (length.unit === 'words') return cutToWords(contrasts.map(say).join(' '), length);
  return lay(
    (length.count === 1 ? [shortContrast] : contrasts.slice(0, length.count)).map(say),
    form,
  );
}

/** What the names in a voice's patterns stand for when it speaks of a topic. */
function spoken(topic: Topic, { accent = (text) => text }: Voice, draw: Draw): Lookup {
  return (name) => {
    if (name === 'subject') return topic.all;
    if (name === 'one') return topic.one;
    const part = parts.find((each) => each === name);
    return part && accent(write(draw(topic[part]), draw));
  };
}

const speaker =
  (lookup: Lookup, draw: Draw) =>
  (frame: Choices): string =>
    sentence(write(draw(frame), draw, lookup));

/** The frames with the voice's first and last words. */
const surround = (frames: readonly Choices[], { opener, closer }: Voice): readonly Choices[] => [
  ...(opener ? [opener] : []),
  ...frames,
  ...(closer ? [closer] : []),
];

const lay = (sentences: readonly string[], form: Form): string =>
  form === 'bullets' ? sentences.map((each) => `- ${each}`).join('\n') : sentences.join(' ');

function summary(topic: Topic, { apology, summaries }: Language, draw: Draw): string {
  const [name] = topic.names;
  return write(summaries[name] ?? apology, draw, () => quote(name));
}
