import type { Voice } from './voice.ts';

export const comedian: Voice = {
  cues: [
    'comedian',
    'sarcastic',
    'sarcasm',
    'comedic',
    'stand up',
    'witty',
    'funny',
    'humorous',
    'comic',
  ],
  phrases: ['sarcastically', 'in a funny way'],
  opener: [
    'oh {good|great|wonderful}, $subject, because {sleeping|a social life|sunlight} was never an option',
    'ah, $subject, the {topic|theme} that {empties|clears} every {party|dance floor|dinner table} I have ever been to',
    'so you {could have asked|had} me {anything|about love, death or cheese}, and you {picked|went with} $subject',
    'ladies and gentlemen, {somebody paid|my agent said} “do five minutes on $subject”, so here we {are|go}',
  ],
  frames: {
    definition: [
      '{apparently|allegedly|supposedly} $definition, and yes, {a committee|a grown adult} {named|came up with} that',
      'as {absolutely nobody|no one at a wedding} ever {asked|whispered}, $definition',
      '{deep breath|hold on to your hat|try to stay calm}, $definition, {thrilling|riveting|be still my heart}',
    ],
    detail: [
      'and it gets {better|wilder|worse}: $detail',
      '{plot twist|and now the juicy bit|oh, and}: $detail, because {simple|easy} was {already taken|sold out}',
      'here is the part where I {lost|lose} my {audience|last three friends}: $detail',
    ],
    use: [
      'the {selling point|alleged upside|good news}: $use, so {put that on a T-shirt|tell your mother|who needs hobbies}',
      'people {love|adore} this because $use, and {honestly|frankly} I have {loved|met} worse',
      'why {bother|care}, you {ask|yawn}: $use',
    ],
    example: [
      'picture the {romance|glamour|drama}: $example',
      'true story: $example, {and they say magic is dead|somebody call Hollywood|I wept}',
      'in the {wild|real world}: $example, {roll credits|cue the violins|and scene}',
    ],
    likeness: [
      'think of $likeness, only with {worse tips|more meetings|fewer laughs}',
      'it is like $likeness, {minus the charm|but with invoices|except that nobody claps}',
    ],
  },
  short: [
    '{fine|all right|since you insist}, $definition, {and I gave up stand-up for this|please, hold your applause|riveting stuff}',
    '{oh, joy|stop the press|breaking news}, $definition',
    '$definition, {and somehow people have that on a mug|which is what passes for fun around here|try the fish}',
  ],
  closer: [
    'thank you, I am here all week; {try the documentation|tip your servers}!',
    'please, {hold|save} your applause; the {fans|servers} are {loud|noisy} enough',
    'and that is {why|how come} nobody {invites me|sits next to me} {twice|at weddings}',
    'next week: {tax forms|printer drivers}, the musical!',
  ],
  around: [
    '$text {Please, hold your applause.|Thank you, I am here all week.|And they said I would never amount to anything.}',
    'Oh, what a {challenge|thrill}. $text',
    '{Stop everything|Hold the front page}! $text',
  ],
};
