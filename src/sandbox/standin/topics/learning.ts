import type { Topic } from './topic.ts';

/** Machines that learn. */
export const learning: readonly Topic[] = [
  {
    names: ['artificial intelligence', 'AI'],
    one: 'artificial intelligence',
    all: 'artificial intelligence',
    keywords: ['Machines', 'tasks', 'learning', 'reasoning', 'language', 'perception'],
    definition: [
      'artificial intelligence is the {field|effort} of making machines do what seems to {need|require} intelligence when people do it',
      'artificial intelligence is a {broad|wide} name for programs that recognise, {decide|plan} or speak, {often|mostly} after learning from examples',
      'artificial intelligence {covers|includes} everything from chess programs to language models: {software|machines} for tasks that take {thought|judgement}',
    ],
    detail: [
      'today most of it is machine learning, in which the rules are {found|learned} from data and not {written|typed} by hand',
      'a system may be brilliant at one task and {helpless|lost} at the next',
      'what {counts|is seen} as intelligent moves on: once a machine can do it, people {stop|soon cease} calling it that',
    ],
    use: [
      'it {takes over|does} work that was too {dull|vast} for people and too {fuzzy|vague} for ordinary programs',
      'it lets people {use|command} computers in their own words',
      'it can {search|sift} more {pictures|documents} in an hour than a person could in a {year|lifetime}',
    ],
    example: [
      'a camera recognises a face, a car keeps its lane, a program {translates|explains} a letter',
      'doctors have X-rays looked at by a program as a second opinion',
      'a model answers “What is an API?” for a learner',
    ],
    likeness: [
      'a robot that has watched a great many people and now does as they do',
      'a toy that gets better at a game the more it plays',
      'a very quick pupil who has never been outside',
    ],
  },
  {
    names: ['machine learning', 'deep learning', 'ML', 'supervised learning'],
    one: 'machine learning',
    all: 'machine learning',
    keywords: ['Examples', 'patterns', 'training', 'models', 'prediction', 'errors'],
    definition: [
      'machine learning is a way to make programs {by showing|from} examples: the computer finds the rules {itself|on its own}',
      'machine learning {fits|tunes} a model to data until it predicts {well|correctly}, {instead of|rather than} having a person write the rules',
      'machine learning is the {part|branch} of artificial intelligence in which programs {improve|get better} with data',
    ],
    detail: [
      'a model guesses, its error is measured, and its numbers are {nudged|moved} a little to make the error smaller, millions of times',
      'data it has never seen are {kept|held} back for testing, because learning by heart is not understanding',
      'it {copies|repeats} the {gaps|prejudices} of its examples, so the choice of data matters most',
    ],
    use: [
      'it solves problems for which nobody can write down the rules, {such as|like} {recognising|reading} handwriting',
      'it {adapts|follows} when the world changes, by being trained again',
      'it finds {patterns|links} in data that are too {large|many} for human eyes',
    ],
    example: [
      'a mail program learns from what you mark as spam',
      'given a thousand flats and their prices, a model {estimates|guesses} the price of another one',
      'a phone learns which word you are {likely|about} to type',
    ],
    likeness: [
      'learning what a dog is by seeing many dogs, without being told the rule',
      'throwing balls into a basket and aiming a little better each time',
      'learning to ride a bicycle: nobody can write it down, but practice works',
    ],
  },
  {
    names: ['neural network', 'neural net', 'transformer', 'attention'],
    one: 'a neural network',
    all: 'neural networks',
    keywords: ['Layers', 'weights', 'training', 'signals', 'patterns', 'numbers'],
    definition: [
      'a neural network is a model made of many simple units in layers, which pass numbers on through {weighted|adjustable} connections',
      'a neural network is a {large|long} formula with {millions|billions} of adjustable numbers, loosely inspired by the brain',
      'a neural network {turns|transforms} numbers into other numbers, layer by layer, and learns from examples how to do so',
    ],
    detail: [
      'training {changes|adjusts} the weights step by step so that the {output|result} comes closer to what is wanted',
      'early layers find simple {traits|features}, later ones combine them into {richer|higher} ideas',
      'language models use a kind called transformer, in which each token {weighs|looks at} all the tokens before it',
    ],
    use: [
      'it can {learn|approximate} almost any relation between input and output, given enough {examples|data}',
      'the same {principle|idea} works for {pictures|images}, sound, text and {moves in games|proteins}',
      'it runs {fast|well} on graphics processors, which do the same sum many times {at once|in parallel}',
    ],
    example: [
      'the pixels of a handwritten digit go in, and ten numbers come out, the largest at “7”',
      'a network takes sound in and gives text out',
      'a language model is one whose output is a score for every possible next token',
    ],
    likeness: [
      'a long row of children whispering numbers to each other, each changing them a little',
      'a wall with a million little knobs, turned until the music sounds right',
      'a team in which each member judges one small thing and the last one decides',
    ],
  },
];
