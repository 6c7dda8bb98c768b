import { days, finders, months } from '../finders.ts';
import { stems } from '../words.ts';
import type { Slot } from './slot.ts';

/** What a string can stand for. */
export type Kind =
  | 'email'
  | 'link'
  | 'phone'
  | 'date'
  | 'time'
  | 'amount'
  | 'place'
  | 'symbol'
  | 'code'
  | 'thing'
  | 'name'
  | 'language'
  | 'sum'
  | 'topic'
  | 'message'
  | 'text';

/** Kinds for which there is no example: the stand-in says something instead. */
export const freeTexts = ['text', 'topic', 'message'] as const;
export type FreeText = (typeof freeTexts)[number];

/** The words of a property's name that tell its kind; the first kind with one of them counts. */
const cues: readonly { readonly kind: Kind; readonly words: readonly string[] }[] = [
  { kind: 'email', words: stems('email mail') },
  { kind: 'link', words: stems('url uri link website') },
  { kind: 'phone', words: stems('phone telephone mobile') },
  { kind: 'amount', words: stems('price amount cost total budget fee') },
  { kind: 'symbol', words: stems('symbol ticker stock') },
  { kind: 'language', words: stems('language lang') },
  { kind: 'sum', words: stems('expression formula equation') },
  { kind: 'topic', words: stems('subject topic title query search keyword term') },
  {
    kind: 'place',
    words: stems(
      'city location place country destination origin town venue address region capital airport',
    ),
  },
  { kind: 'date', words: stems('date day deadline due birthday when checkin checkout') },
  { kind: 'time', words: stems('time hour') },
  { kind: 'code', words: stems('id code sku reference number identifier') },
  { kind: 'message', words: stems('message body content') },
  {
    kind: 'name',
    words: stems(
      'person author customer participant attendee sender recipient assignee owner user contact patient employee ' +
        'speaker guest winner friend people who student teacher member candidate colleague invitee',
    ),
  },
];

/** Things whose name is not a person's: the `name` of an event is what the event is called. */
const things = stems('event product item company meeting task book film movie recipe restaurant');

/** What belongs into a string slot, judged by its name first and by what it is a part of last. */
export function kindOf({ words, described, around }: Slot): Kind {
  if (around.includes('email') && words.some((word) => mailEnds.includes(word))) return 'email';
  const told = cues.find((each) => each.words.some((word) => words.includes(word)))?.kind;
  if (told !== undefined) return told;
  if (words.includes('nam')) {
    return [...words, ...around].some((word) => things.includes(word)) ? 'thing' : 'name';
  }
  if (words.some((word) => things.includes(word))) return 'thing';
  return describedKinds.find(({ word }) => described.includes(word))?.kind ?? 'text';
}

/** The ends of an email are addresses. */
const mailEnds = stems('to cc recipient from sender');

/** Words of a description that leave no doubt. */
const describedKinds = [
  { word: 'city', kind: 'place' },
  { word: 'email', kind: 'email' },
  { word: 'ticker', kind: 'symbol' },
] as const;

const capitalised = String.raw`\p{Lu}[\p{L}'’-]{1,30}(?: (?:de |del |la |of )?\p{Lu}[\p{L}'’-]{1,30}){0,2}`;
const prepositions =
  'in|In|at|At|from|From|to|To|for|For|near|between|visit|visiting|of|towards?|than|with|versus|vs';
const notPlaces = `(?!(?:${months}|${days}|I|The)\\b)`;
const cities =
  'Amsterdam|Athens|Barcelona|Beijing|Berlin|Boston|Brussels|Cairo|Chicago|Copenhagen|Delhi|Dublin|Geneva|Hamburg|' +
  'Helsinki|Istanbul|Kyiv|Lagos|Lima|Lisbon|London|Los Angeles|Madrid|Melbourne|Mexico City|Miami|Milan|Montreal|' +
  'Moscow|Mumbai|Munich|Nairobi|New York|Osaka|Oslo|Paris|Prague|Rome|San Francisco|Santiago|São Paulo|Seattle|' +
  'Seoul|Shanghai|Singapore|Stockholm|Sydney|Tokyo|Toronto|Vancouver|Venice|Vienna|Warsaw|Zurich';
/** What each kind looks like in a text. Free text is not looked for: it is written. */
const looks: Readonly<Record<Exclude<Kind, 'text'>, readonly RegExp[]>> = {
  email: finders.email.found,
  link: finders.link.found,
  phone: finders.phone.found,
  date: finders.date.found,
  time: [
    /\b(?:[01]?\d|2[0-3]):[0-5]\d(?: ?[ap]m)?\b/i,
    /\b(?:1[0-2]|[1-9]) ?[ap]m\b/i,
    /\bnoon\b/i,
  ],
  amount: finders.amount.found,
  place: [
    new RegExp(`\\b(?:${cities})\\b`, 'i'),
    new RegExp(`(?<=\\b(?:${prepositions}) (?:the )?)${notPlaces}${capitalised}`, 'u'),
    new RegExp(
      `(?<=\\b(?:${prepositions}) ${capitalised}(?:, ${capitalised})*,? (?:and|or|to) )${notPlaces}${capitalised}`,
      'u',
    ),
    // A line of its own: the reply to “Which one?”.
    new RegExp(`(?<=^|\\n)${notPlaces}${capitalised}(?=[.!]?$)`, 'u'),
  ],
  symbol: [/(?<![\w.])\$?[A-Z]{2,5}(?![\w.])/],
  code: [/(?<!\w)#?(?=[\w-]*\d)[A-Z]{1,6}-?\d[\w-]{1,30}\b/, /(?<!\w)#\d{1,20}\b/, /\b\d{4,20}\b/],
  thing: [
    /"[^"\n]{1,80}"/,
    /(?<=\b(?:to|for|attend|join|at|order|ordered|buy|bought|called|a new) (?:an? |the |our |my )?)(?!an? |the |our |my )(?:(?!(?:on|at|in|with|by|from|next|for|to|and|this|today|tomorrow)\b)[\p{L}\d'’-]{2,30}(?: (?!\W)|(?=\W|$))){1,4}/u,
    /(?<=\b\d{1,4} )(?!(?:years?|nights?|people|persons?|guests|minutes|hours|days|stars?|out|am|pm)\b)\p{Ll}{3,30}/u,
  ],
  sum: [/(?<![\w.])[(-]*\d[\d.]*(?:\s*[-+*/^%×÷]\s*[(-]*\d[\d.]*\)*)+/u],
  message: [
    /(?<=\b(?:saying|says|telling (?:him|her|them)|with the (?:text|message)):? (?:that )?)(?!that )[^\n]{1,200}/i,
  ],
  topic: [
    /"[^"\n]{1,80}"/,
    /(?<=\b(?:about|regarding|search(?: the web)? for|look up|look for|find(?: me)?) (?:an? |the |our |my )?)(?!an? |the |our |my )[^.?!,;:\n]{2,80}/i,
  ],
  name: [
    ...finders.name.found,
    new RegExp(
      String.raw`(?<!\p{L})${notPlaces}(?!(?:The|This|Please|And)\b)\p{Lu}\p{Ll}{1,30}(?=,? (?:and|are|were)\b|, \p{Lu}| \()`,
      'u',
    ),
    new RegExp(String.raw`(?<=\p{Lu}\p{Ll}{1,30},? (?:and )?)${notPlaces}\p{Lu}\p{Ll}{1,30}`, 'u'),
  ],
  language: [
    /\b(?:English|French|German|Spanish|Italian|Portuguese|Dutch|Polish|Russian|Japanese|Chinese|Korean|Arabic|Hindi)\b/i,
  ],
};

interface Match {
  readonly text: string;
  readonly at: number;
}

/** Everything of one kind in a text, from its beginning to its end, each once. */
export function findAll(kind: Kind, text: string): string[] {
  if (kind === 'text') return [];
  const places = kind === 'name' ? findAll('place', text) : [];
  const kept: Match[] = [];
  for (const match of looks[kind].flatMap((look) => matches(look, text))) {
    const isNew = kept.every(
      ({ at, text: other }) => match.at >= at + other.length || match.at + match.text.length <= at,
    );
    if (isNew && !places.includes(match.text)) kept.push(match);
  }
  return [...new Set(kept.sort((a, b) => a.at - b.at).map((match) => unquoted(match.text)))];
}

function matches(look: RegExp, text: string): Match[] {
  const everywhere = new RegExp(look.source, `${look.flags}g`);
  return [...text.matchAll(everywhere)].map((match) => ({
    text: match[0].trimEnd(),
    at: match.index,
  }));
}

const unquoted = (text: string): string => text.replace(/^"(.*)"$/, '$1');
