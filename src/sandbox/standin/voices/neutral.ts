import type { Voice } from './voice.ts';

/** The voice without instructions: plain and friendly. */
export const neutral: Voice = {
  cues: [],
  frames: {
    definition: ['$definition'],
    detail: ['$detail'],
    use: ['$use'],
    example: ['for {example|instance}, $example'],
    likeness: ['it is {a bit|rather|somewhat} like $likeness'],
  },
  short: [
    '$definition',
    'in {short|brief|a nutshell}, $definition',
    'put {simply|plainly|briefly}, $definition',
    '{simply put|essentially|basically}, $definition',
    'in {plain words|everyday terms|plain language}, $definition',
    'to {sum it up|put it briefly|keep it short}, $definition',
  ],
  around: ['$text'],
};
