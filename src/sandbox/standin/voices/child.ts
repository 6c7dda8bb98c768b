import type { Voice } from './voice.ts';

/** For a listener of five: one picture instead of terms. */
export const child: Voice = {
  cues: [
    'five year old',
    '5 year old',
    'six year old',
    '6 year old',
    'year old child',
    'child',
    'kindergarten',
    'kid',
    'toddler',
  ],
  phrases: [
    "i'm five",
    'i am five',
    "i'm 5",
    'i am 5',
    'eli5',
    'to a child',
    'for a child',
    'to a kid',
    'to kids',
    'for kids',
    'to children',
    'for children',
    'a five year old',
    'a 5 year old',
    'a six year old',
  ],
  opener: [
    'ooh, I {like|love} that question!',
    'come, sit down, and I will tell you about $subject!',
    'let us play a little thinking game!',
    'do you know what is {fun|funny}?',
  ],
  frames: {
    definition: ['$definition'],
    detail: ['$detail'],
    use: ['$use'],
    example: ['$example'],
    likeness: [
      '$one is {a bit like|like|almost like} $likeness',
      'think of $likeness, and {there you have|that is} $one',
      '{imagine|picture} $likeness, and you {already|nearly} know what $one is like',
    ],
  },
  short: [
    '$one is {a bit like|like|almost like} $likeness',
    '{imagine|picture} $likeness, and you {already|nearly} know what $one is like',
  ],
  closer: [
    '{grown-ups|big people} use it with their computers, and now you know its secret!',
    'isn’t that {neat|clever|fun}?',
    'and computers do it very, very {fast|quickly}!',
    'now you can tell {your teddy|grandma|a friend} all about it!',
  ],
  around: ['$text {Yay!|Hooray!|Isn’t that fun?}', 'Ooh, I know! $text', '{Wow|Wheee}! $text'],
  tells: ['likeness'],
};
