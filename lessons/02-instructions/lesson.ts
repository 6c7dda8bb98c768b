import type { Lesson } from '../../src/course/lesson.ts';
import { askFirst } from './ask-first.ts';
import { character } from './character.ts';
import { temperatureTable, wordsKeptBy } from './next-word.ts';
import {
  distinctAtOne,
  howTemperatureWasTaken,
  tokensOfInstructions,
  whatInstructionsTook,
  whatTheCutLeft,
  whatTheSecondCallRead,
  whatVaried,
  whatWasSent,
  whatZeroPromises,
} from './notices.ts';
import { quiz } from './quiz.ts';
import { refused } from './refused.ts';
import { roles } from './roles.ts';
import { temperature } from './temperature.ts';
import { topP } from './top-p.ts';
import { withInstructions } from './with-instructions.ts';

export const lesson: Lesson = {
  id: '02',
  slug: 'instructions',
  title: 'Instructions and temperature',
  question: 'What is a variable?',
  goals: [
    'tell a model how to answer, apart from what to answer',
    'give each message the role that it has',
    'make answers steadier or more varied, and know what stays uncertain',
    'write code that works with models that take no temperature',
  ],
  steps: [
    {
      id: 'instructions',
      title: 'Input alone, then with instructions',
      text: `
\`input\` is what you ask. \`instructions\` say **how** to answer: for whom, how long, in which form, what to leave alone. The same question, first
without them, then with them.`,
      prediction: {
        kind: 'number',
        question: 'how many more tokens of *input* does the second call have?',
        unit: 'tokens',
        measure: tokensOfInstructions,
        reveal: whatInstructionsTook,
      },
      demo: {
        file: 'with-instructions.ts',
        run: withInstructions,
        role: 'default',
        asksQuestion: true,
      },
      notice: `
Keep the two apart: what is the same for every call goes into \`instructions\`, what the user typed into \`input\`. Then you can improve the one
without touching the other. Instructions are part of your program: give them a name, and a version when you change them.`,
    },
    {
      id: 'characters',
      title: 'Comedian against professor',
      text: ({ isReplaced }) =>
        isReplaced
          ? `
Same model, same question, other instructions: here a comedian and a professor would answer side by side. **Your own instructions** run in their place.`
          : `
Same model, same question, other instructions. The code runs twice, once as you see it and once with “You are a formal professor.”, and
the answers are shown side by side.`,
      demo: {
        file: 'character.ts',
        run: character,
        role: 'default',
        asksQuestion: true,
        variants: [
          { instructions: 'You are a sarcastic comedian.' },
          { instructions: 'You are a formal professor.' },
        ],
      },
      notice: `
A character is the quickest way to a tone, and a rough one. When you know what you want, say that: “Two short paragraphs. No jargon. If you are not
sure, say so.” Instructions like these can be checked.

They are also only text that the model has read. It mostly follows them, and a user can talk it out of them: never rely on instructions to keep a
secret or a price list safe.`,
    },
    {
      id: 'roles',
      title: 'Who said what',
      text: `
\`input\` can also be a list of messages, each with a **role**:

- \`developer\`: rules from whoever built the program. \`instructions\` are such a message, put in front. (\`system\` is an older name.)
- \`user\`: what the person in front of it said. Where the two disagree, models are trained to follow the developer.
- \`assistant\`: what the model answered before.`,
      demo: { file: 'roles.ts', run: roles, role: 'default', asksQuestion: true },
      notice: whatTheSecondCallRead,
    },
    {
      id: 'temperature',
      title: 'Temperature 0 against 1',
      text: ({ isReplaced }) => `
A model writes one token after another. For each it works out how likely every token is, and draws one of them. **Temperature**, from 0 to 2, decides how
much the likelier ones are favoured. An example with invented numbers:

${temperatureTable()}

${isReplaced ? 'Here the same request would run at 0 and at 1. **Your own setting** runs in their place.' : 'Below, the same request three times at 0 and three times at 1.'} Words that differ from the first answer are marked.`,
      prediction: {
        kind: 'number',
        question: 'how many *different* answers are among the three at temperature 1?',
        unit: 'answers',
        measure: distinctAtOne,
        reveal: whatVaried,
      },
      demo: {
        file: 'temperature.ts',
        run: temperature,
        role: 'temperature',
        asksQuestion: true,
        variants: [{ temperature: 0 }, { temperature: 1 }],
        samples: 3,
      },
      notice: whatZeroPromises,
    },
    {
      id: 'top-p',
      title: 'The other knob: top_p',
      text: `
\`top_p\`, from 0 to 1, does not change how likely a word is. It cuts off the unlikely ones: only the likeliest that together reach this share are drawn
from. In the example, at temperature 1, \`top_p: 0.8\` leaves ${words(wordsKeptBy(0.8))}, and \`top_p: 0.1\` leaves ${words(wordsKeptBy(0.1))} alone. The default is 1:
nothing is cut.`,
      demo: {
        file: 'top-p.ts',
        run: topP,
        role: 'temperature',
        asksQuestion: true,
        variants: [{ top_p: 0.1 }, { top_p: 1 }],
        samples: 3,
      },
      notice: whatTheCutLeft,
    },
    {
      id: 'refused',
      title: 'A model that takes no temperature',
      text: ({ model }) => `
Not every model has these knobs. \`${model}\` is a **reasoning model**: it thinks before it answers, and how it draws its words while it thinks is not
yours to set.`,
      prediction: {
        kind: 'choice',
        question: 'what happens to a request that sets a temperature all the same?',
        choices: ['The temperature is ignored', 'The request is refused'],
        outcome: howTemperatureWasTaken,
        reveal: `
The request is **refused**, with status 400: it asks for something that this model cannot do. No text is written, and nothing is billed.
\`param\` names the field.`,
      },
      demo: {
        file: 'refused.ts',
        run: refused,
        role: 'reasoning',
        asksQuestion: false,
        onSandbox: { because: 'it provokes a failure' },
      },
      notice: `
This is why a program that worked for a year can break when only the name of its model is changed. \`top_p\` is refused in the same way. Some reasoning
models accept both once they are told not to think (\`reasoning: { effort: 'none' }\`), some never.`,
    },
    {
      id: 'ask-first',
      title: 'Code that asks first',
      text: `
Sending the request without a temperature after each refusal would work, and cost a request each time. Better to know: keep a list of the models that you
use and what they accept, and build the request from it. The course has such a list: \`course models\`.`,
      demo: { file: 'ask-first.ts', run: askFirst, role: 'reasoning', asksQuestion: false },
      notice: whatWasSent,
    },
    {
      id: 'which',
      title: 'What to set, when',
      text: `
| setting | values | default | for |
|---|---|---|---|
| instructions | text | none | tone, form, length, rules |
| temperature | 0 to 2 | 1 | 0 to sort, extract, translate; up to 1 for ideas |
| top_p | 0 to 1 | 1 | mostly left alone |
| max_output_tokens | 16 or more | none | a limit to what an answer can cost |

Begin with the instructions: they do more for an answer than all the numbers. Above 1, texts get strange before they get creative.

Now try your own, side by side: any lesson takes these flags, and \`course compare\` needs no lesson.

\`\`\`sh
course lesson 02 --step 4 -t 0 -t 0.7 -t 1.5 -n 3
course compare "What is an API?" -i "You are a pirate" -i "In one sentence"
\`\`\``,
    },
  ],
  recap: [
    '`instructions` say how to answer, `input` says what; instructions count as input tokens with every call.',
    'Roles tell rules (`developer`), questions (`user`) and earlier answers (`assistant`) apart.',
    'The model remembers nothing: send whatever it is to know, instructions too, every time.',
    'Temperature 0 gives steady answers, not guaranteed ones; the default is 1.',
    'Change temperature or `top_p`, not both.',
    'Some models refuse both with a 400: look up what a model accepts before you ask.',
  ],
  quiz,
};

/** `blue, clear and grey` */
function words(list: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(list);
}
