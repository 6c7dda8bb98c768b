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
      'the {main|key} {idea|thing} is that $definition',
      '{first of all|to begin with}, $definition',
      'let us start with the {fact|idea} that $definition',
    ],
    detail: ['now look a little closer: $detail', 'here is how it works: $detail'],
    use: ['why should you care: $use', 'this {helps|pays off} because $use'],
    example: ['picture {a case|this}: $example', 'for {example|instance}, $example'],
    likeness: [
      'you {can|might} think of $one as {something like|being a bit like} $likeness',
      'it may help to {imagine|picture} $likeness',
    ],
  },
  short: [
    'in {essence|other words}, $definition',
    'the one thing to {remember|take away} is that $definition',
  ],
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
