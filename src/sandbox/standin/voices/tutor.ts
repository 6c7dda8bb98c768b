import type { Voice } from './voice.ts';

export const tutor: Voice = {
  cues: ['tutor', 'teacher', 'patient', 'mentor', 'coach', 'socratic', 'beginner friendly'],
  opener: [
    '{good|great|fair} question, and it is {easier|simpler} than it {sounds|looks}',
    'let us take $subject one step at a time',
    'you are asking just the right {thing|question}',
    'happy to {help|explain}; we will go {slowly|step by step}',
  ],
  frames: {
    definition: [
      'here is the {heart|core} of it: $definition',
      '{first|to begin with}, the main idea: $definition',
      'let us start with this: $definition',
    ],
    detail: ['now look a little closer: $detail', 'here is how it works: $detail'],
    use: ['why should you care: $use', 'this {helps|pays off} because $use'],
    example: ['picture {a case|this}: $example', 'for {example|instance}, $example'],
    likeness: [
      'you {can|might} think of it like this: $likeness',
      'it may help to {imagine|picture} $likeness',
    ],
  },
  short: ['think of it this way: $definition', 'the one thing to remember is this: $definition'],
  closer: [
    'now you: {where have you met|can you think of} an example from your own day?',
    'try saying it back to me in your own words!',
    'which {part|step} would you like to {try|look at} next?',
    'does that make sense so far?',
  ],
  around: [
    '$text {Well asked!|Keep going!|You are doing well.}',
    '$text What would you like to try next?',
  ],
  tells: ['definition', 'likeness', 'example'],
};
