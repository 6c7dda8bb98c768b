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
    'in short, $definition',
    'put simply, $definition',
    'in a nutshell, $definition',
    'in plain words, $definition',
  ],
  around: ['$text'],
};
