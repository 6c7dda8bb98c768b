import { languages } from '../languages/languages.ts';
import { exact, type Skill } from '../reply.ts';
import { enumerate, gist, quote } from '../words.ts';
import { unquoted } from './material.ts';

const names = languages.map(({ name }) => name).join('|');
const verb = `(?:(?:please )?(?:translate|how (?:do|would|can) (?:you|i|we) say|say|what(?:'s| is)) )?`;
/** "Say hello in French", or just "Hello in French?" */
const phraseFirst = new RegExp(
  `^${verb}(?:the (?:word|phrase|sentence) )?(.{1,100}?) (?:in|to|into) (${names})\\b`,
  'i',
);
const languageFirst = new RegExp(
  `\\btranslate(?: this| the following)?(?: to| into) (${names})\\s*:\\s*(.{1,100})`,
  'i',
);

/** "How do you say thank you in French?": a handful of fixed phrases. */
export const translate: Skill = ({ question }) => {
  const text = gist(question);
  const [, name, phrase] = languageFirst.exec(text) ?? swapped(phraseFirst.exec(text));
  const language = languages.find((each) => each.name === name?.toLowerCase());
  if (!language || phrase === undefined) return undefined;
  const english = unquoted(phrase)
    .toLowerCase()
    .replace(/[.!?,]+$/, '');
  const translation = language.phrases[english];
  if (translation) return exact(translation);
  if (!/\btranslate\b|\bsay\b/i.test(text)) return undefined;
  const known = enumerate(Object.keys(language.phrases).map((each) => quote(each)));
  return exact(`I only know a few phrases to translate: ${known}.`);
};

const swapped = (match: RegExpExecArray | null): readonly (string | undefined)[] => [
  match?.[0],
  match?.[2],
  match?.[1],
];
