import type { Voice } from './voice.ts';

/** What a pirate says for ordinary words. */
const dialect: Readonly<Record<string, string>> = {
  is: 'be',
  are: 'be',
  am: 'be',
  you: 'ye',
  your: 'yer',
  yours: 'yers',
  yourself: 'yerself',
  my: 'me',
  of: "o'",
  and: "an'",
  them: "'em",
  for: 'fer',
  to: "t'",
  yes: 'aye',
  friend: 'matey',
  friends: 'mateys',
};

/** Says a text as a pirate would, `{ code }` and names aside. */
const talkLikeAPirate = (text: string): string =>
  text
    .replace(/\b[A-Za-z]+\b/g, (word) => dialect[word] ?? word)
    .replace(/\b([a-z]{3,})ing\b/g, (word, start: string) =>
      /[aeiouy]/.test(start) ? `${start}in'` : word,
    );

export const pirate: Voice = {
  cues: ['pirate', 'buccaneer', 'corsair', 'privateer'],
  opener: [
    'arr, so ye be askin’ about $subject!',
    'ahoy, matey, gather round fer a tale o’ $subject!',
    'shiver me timbers, $subject it be!',
    'avast, ye landlubber, lend an ear about $subject!',
  ],
  frames: {
    definition: [
      'know this, {matey|ye scurvy dog|me hearty}, that $definition',
      '{by the seven seas|by Blackbeard’s beard}, $definition',
      '{as every swabbie knows|as sure as the tide}, $definition',
    ],
    detail: [
      'now mind yer {rudder|helm}, fer $detail',
      'an’ {below deck|under the waterline}, $detail',
      'aye, an’ there be more: $detail',
    ],
    use: [
      'an’ that be worth its weight in {doubloons|rum|gold}: $use',
      'why would a {captain|sailor} care, ye ask: $use',
      'there be the {treasure|booty} in it: $use',
    ],
    example: [
      'once, {off Tortuga|in a storm}, I saw it meself: $example',
      'fer {example|instance}, matey, $example',
      'picture it {from the crow’s nest|through yer spyglass}: $example',
    ],
    likeness: [
      'it be like $likeness, {arr|savvy}?',
      'think o’ $likeness, only {wetter|with more rum}',
    ],
  },
  short: [
    'arr, $definition',
    'ahoy, $definition, {savvy|ye landlubber|matey}!',
    '{by me beard|shiver me timbers}, matey, $definition',
  ],
  closer: [
    'now {swab the deck|hoist the mainsail|pass the rum}, ye scallywag!',
    'an’ that be {the truth|no lie}, or me {parrot|peg leg} be made o’ {cheese|straw}!',
    'yo ho ho, an’ fair winds to {ye|yer code}!',
  ],
  around: ['Arr! $text', '$text {Savvy?|Yo ho ho!|Arr!}', 'Ahoy, matey! $text'],
  accent: talkLikeAPirate,
};
