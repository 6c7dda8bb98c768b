import type { Conversation } from '../conversation.ts';
import type { Language } from '../languages/language.ts';
import { languages } from '../languages/languages.ts';
import { neutral } from '../voices/neutral.ts';
import type { Voice } from '../voices/voice.ts';
import { voices } from '../voices/voices.ts';
import { gist } from '../words.ts';
import { cuesOf, lastAsked, lastCue, plain } from './cues.ts';
import { type Framing, framingIn } from './framing.ts';
import { type Length, lengthIn } from './length.ts';

/** How an answer is to be given. Wishes that are not understood are not in it: they have no effect. */
export interface Style extends Framing {
  readonly voice: Voice;
  /** undefined: English. */
  readonly language: Language | undefined;
  readonly form: Form;
  readonly length: Length;
  readonly letters: Letters;
}

export type Form = 'prose' | 'bullets' | 'haiku' | 'json';
export type Letters = 'as they are' | 'upper' | 'lower';

/** Cues of a wish: `instructed` count in instructions only, `asked` also in the question. */
interface Wish<Value> {
  readonly value: Value;
  readonly instructed: readonly string[];
  readonly asked: readonly string[];
}

const forms: readonly Wish<Form>[] = [
  {
    value: 'json',
    instructed: cuesOf('json, json object'),
    asked: cuesOf(
      'as json, json only, only json, valid json, in json format, answer in json, reply in json, respond in json, ' +
        'reply with json, respond with json, as a json object, output json, return json',
    ),
  },
  {
    value: 'bullets',
    instructed: cuesOf('bullets, bullet list, bulleted, bullet point'),
    asked: cuesOf(
      'bullet points, bulleted list, as bullets, in bullets, with bullets, as a bullet list, in a bullet list, ' +
        'as a list, in a list',
    ),
  },
  {
    value: 'haiku',
    instructed: cuesOf('haiku, haikus'),
    asked: cuesOf('as a haiku, in a haiku, in haiku, in haikus, a haiku, as haiku'),
  },
];

const capitals: readonly Wish<Letters>[] = [
  {
    value: 'upper',
    instructed: cuesOf('uppercase, upper case, all caps, capital letters, capitals, shout'),
    asked: cuesOf('in uppercase, in upper case, in all caps, in capital letters, in capitals'),
  },
  {
    value: 'lower',
    instructed: cuesOf('lowercase, lower case, small letters'),
    asked: cuesOf('in lowercase, in lower case, in small letters'),
  },
];

/** Words in a question after which a voice is meant as a manner: "explain it like a pirate". */
const mannerly = cuesOf("like, as, style, voice, tone, manner, pretend, act, are, you're");

/** Reads the wishes for an answer from instructions and question; where both wish, the question counts. */
export function readStyle({ instructions, question }: Conversation): Style {
  const said = gist(question);
  const [instructed, asked] = [plain(gist(instructions)), plain(said)];
  const pick = <Entry>(
    entries: readonly Entry[],
    inQuestion: (entry: Entry) => number,
    inInstructions: (entry: Entry) => number,
  ) => lastAsked(entries, inQuestion) ?? lastAsked(entries, inInstructions);
  const wish = <Value>(wishes: readonly Wish<Value>[]) =>
    pick(
      wishes,
      (each) => lastCue(asked, each.asked),
      (each) => lastCue(instructed, [...each.instructed, ...each.asked]),
    )?.value;
  return {
    voice:
      pick(
        voices,
        ({ cues, phrases = [] }) =>
          Math.max(lastCue(asked, phrases), lastCue(asked, cues, mannerly)),
        ({ cues, phrases = [] }) => lastCue(instructed, [...cues, ...phrases]),
      ) ?? neutral,
    language: pick(
      languages,
      (each) => lastCue(asked, languageCues(each)),
      (each) => lastCue(instructed, languageCues(each)),
    ),
    form: wish(forms) ?? 'prose',
    length: lengthIn(asked) ?? lengthIn(instructed) ?? { unit: 'any' },
    letters: wish(capitals) ?? 'as they are',
    ...framingIn(gist(instructions)),
  };
}

/** "in spanish", "spanish only", … and the language's own cues. */
const languageCues = ({ name, cues }: Language): readonly string[] => [
  ...['in', 'into', 'speak', 'speaks', 'use', 'only', 'write'].map((verb) => `${verb} ${name}`),
  ...['only', 'speaking'].map((ending) => `${name} ${ending}`),
  ...cues,
];
