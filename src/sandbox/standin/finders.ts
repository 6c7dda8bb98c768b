export const months =
  'January|February|March|April|May|June|July|August|September|October|November|December';
export const days = 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday';

/** Something that can be found in a text. */
export interface Finder {
  /** The words that ask for it. */
  readonly asked: RegExp;
  /** What it looks like, the surest first. */
  readonly found: readonly RegExp[];
}

/** What can be found in a text, by its name. */
export const finders = {
  name: {
    asked: /\bnames?\b|\bpersons?\b|\bwho\b/i,
    found: [
      /(?<!\p{L})(?!(?:On|In|At|The|My|I|Dear|Hello|Hi|Please|Meet|Email|Call|From|By|With) )\p{Lu}\p{Ll}{1,30}(?: \p{Lu}\p{Ll}{1,30}){1,3}/u,
      /(?<=\b(?:[Nn]ame is|I am|I'm|by|from|with|[Cc]all|[Mm]eet|[Dd]ear|Mr|Ms|Mrs|Dr) )\p{Lu}\p{Ll}{1,30}/u,
      new RegExp(
        String.raw`(?<!\p{L})(?!(?:${months}|${days}|The|On|In|At|I)\b)\p{Lu}\p{Ll}{1,30}(?= (?:is|was|will|has|met|wrote|called|and)\b)`,
        'u',
      ),
    ],
  },
  date: {
    asked: /\bdates?\b|\bdays?\b|\bwhen\b/i,
    found: [
      /\b\d{4}-\d{2}-\d{2}\b/,
      new RegExp(String.raw`\b\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:${months})(?:,? \d{4})?\b`),
      new RegExp(String.raw`\b(?:${months}) \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?\b`),
      /\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b/,
      new RegExp(String.raw`\b(?:next |last )?(?:${days})\b`),
      /\b(?:today|tomorrow|yesterday)\b/i,
    ],
  },
  email: {
    asked: /\be-?mails?\b/i,
    found: [/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/],
  },
  phone: { asked: /\bphone\b|\btelephone\b/i, found: [/\+?\d[\d ()/-]{5,20}\d/] },
  link: { asked: /\blinks?\b|\burls?\b/i, found: [/https?:\/\/[^\s"'<>]{1,500}/] },
  amount: {
    asked: /\bamounts?\b|\bprices?\b|\btotal\b/i,
    found: [
      /[$€£] ?\d[\d.,]*\d|[$€£] ?\d/,
      /\b\d[\d.,]{0,20} ?(?:dollars|euros?|pounds|USD|EUR)\b/,
    ],
  },
} satisfies Readonly<Record<string, Finder>>;
