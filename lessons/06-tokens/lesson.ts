import type { Demo, Lesson } from '../../src/course/lesson.ts';
import { findModel } from '../../src/usage/models.ts';
import { bill } from './bill.ts';
import { cached } from './cached.ts';
import { cutOff } from './cut-off.ts';
import {
  dearerPart,
  otherModels,
  rulesOfThumb,
  whatAgreed,
  whatCachingSaves,
  whatFitted,
  whatTheTagsAreFor,
  whatWasFound,
  whatWasPaid,
  worked,
} from './notices.ts';
import { quiz } from './quiz.ts';
import { countedCalls, readCounts, readTokens } from './sums.ts';
import { tags } from './tags.ts';
import { volume } from './volume.ts';

// Demos that use the tokenizer are loaded when they run: it takes long, and listing the lessons need not wait for it.
const split: Demo = async (...given) => (await import('./split.ts')).split(...given);
const estimate: Demo = async (...given) => (await import('./estimate.ts')).estimate(...given);
const budget: Demo = async (...given) => (await import('./budget.ts')).budget(...given);

export const lesson: Lesson = {
  id: '06',
  slug: 'tokens',
  title: 'Tokens and cost',
  question: 'Explain what a token is.',
  goals: [
    'see a text as the model sees it',
    'work out what a call cost, and what the next one can cost at most',
    'notice an answer that was cut off',
    'choose between models by price, and make long prompts cheaper',
    'keep a program within a budget, and know which part of it spends',
  ],
  steps: [
    {
      id: 'token',
      title: 'What a token is',
      text: `
A model reads neither letters nor words. A **tokenizer** cuts text into tokens, pieces from a fixed list of some
200,000, and the model reads and writes those. Tokenizers are public, so you can look: here at your question (bring your
own text with \`--prompt\`), at the answer, and at a few texts that are not plain English.`,
      prediction: {
        kind: 'number',
        question: 'into how many tokens is the *question* cut?',
        unit: 'tokens',
        measure: ({ printed }) => readTokens(printed)[0] ?? null,
        reveal: rulesOfThumb,
      },
      demo: { file: 'split.ts', run: split, role: 'default', asksQuestion: true },
      notice: `
A space belongs to the word after it. A common word is one token, a rare one several; digits go in threes, brackets
and quotes count, and an emoji can take several tokens that are no text by themselves (the empty pieces). So rules
of thumb are for plain English, where a token is four to five characters: code, numbers and many other languages need more
tokens for the same length.

The server counts a few more than there are pieces: where a message begins and ends is marked by tokens too. The list used
here is \`o200k_base\`. Older programs name \`cl100k_base\`, the list of an older generation of models.`,
    },
    {
      id: 'bill',
      title: 'From usage to cost',
      text: `
A response says what it took: \`usage.input_tokens\` and \`usage.output_tokens\`. Prices are given in dollars per
**million** tokens, one price for each of the two. That is all it takes to work out a bill.`,
      prediction: {
        kind: 'choice',
        question: 'which part of this call costs more?',
        choices: ['The input: what is sent', 'The output: what the model writes'],
        outcome: ({ exchanges }) => {
          const cost = countedCalls(exchanges)[0]?.cost;
          if (!cost) return null;
          return cost.output > cost.total - cost.output ? 1 : 0;
        },
        reveal: dearerPart,
      },
      demo: { file: 'bill.ts', run: bill, role: 'default', asksQuestion: true },
      notice: worked,
    },
    {
      id: 'estimate',
      title: 'Estimate, count, bill',
      text: `
\`usage\` comes afterwards. There are two ways to know the input before. **Estimate** it on your machine: the tokens of
the text, and seven around a single message, which say who speaks and where the answer begins. Or let the API **count**:
\`responses.inputTokens.count\` takes the same request and answers with a number only.`,
      prediction: {
        kind: 'choice',
        question: 'which of them is exactly what the bill says?',
        choices: ['Both', 'Only the count', 'Only the estimate', 'Neither'],
        outcome: ({ printed }) => {
          const counts = readCounts(printed);
          if (!counts) return null;
          const { estimate, count, bill } = counts;
          if (count === bill) return estimate === bill ? 0 : 1;
          return estimate === bill ? 2 : 3;
        },
        reveal: whatAgreed,
      },
      demo: {
        file: 'estimate.ts',
        run: estimate,
        role: 'default',
        asksQuestion: true,
        onlyOpenAI: 'has the API count tokens',
      },
    },
    {
      id: 'cut-off',
      title: 'Cut off',
      text: ({ model }) => `
Left alone, an answer may go on for ${longestAnswer(model)}. \`max_output_tokens\` caps it; 16 is the lowest cap that
the API takes. The model does not know of the cap: it does not write shorter, it is **stopped**, in the middle of a word if need be.`,
      prediction: {
        kind: 'choice',
        question: 'what does the program get when its answer is too long for the cap?',
        choices: [
          'An error, thrown by the SDK',
          'A response with the status “incomplete”',
          'A response with the status “completed”, and less text',
        ],
        outcome: ({ exchanges }) => {
          const [call] = countedCalls(exchanges);
          return call?.status === 'incomplete' ? 1 : null;
        },
        reveal: `
A cut answer is no error: HTTP status 200, nothing thrown, text in \`output_text\`. Only \`status\` tells, so **look at it
before you use the text**. \`incomplete_details.reason\` says why.`,
      },
      demo: { file: 'cut-off.ts', run: cutOff, role: 'default', asksQuestion: true },
      notice: whatWasPaid,
    },
    {
      id: 'models',
      title: 'The same call, other models',
      text: `
One call costs next to nothing, which is why nobody looks. What counts is how often it runs, and on which model.`,
      demo: { file: 'volume.ts', run: volume, role: 'default', asksQuestion: true },
      notice: otherModels,
    },
    {
      id: 'cached',
      title: 'Cached input',
      text: `
Many programs send the same long beginning with every call: rules, examples, a handbook. The API keeps beginnings that
it has just read, and what it finds again is billed at a lower price: **cached input**. With most models this happens by itself, for inputs
of 1,024 tokens and more, in steps of 128 (OpenAI's guide to prompt caching). \`usage.input_tokens_details.cached_tokens\` says how much it was.`,
      prediction: {
        kind: 'choice',
        question: 'how much of the *second* call will come from the cache?',
        choices: ['Nothing: it asks something else', 'All of it', 'A part: its beginning'],
        outcome: ({ exchanges }) => {
          const usage = countedCalls(exchanges)[1]?.usage;
          if (!usage || usage.cachedInputTokens === 0) return usage ? 0 : null;
          return usage.cachedInputTokens < usage.inputTokens ? 2 : 1;
        },
        reveal: whatWasFound,
      },
      demo: { file: 'cached.ts', run: cached, role: 'default', asksQuestion: false },
      notice: whatCachingSaves,
    },
    {
      id: 'budget',
      title: 'A budget',
      text: `
The most that a call can cost is known before it is sent: **tokens of input × their price + cap × price of output**.
So a program can stop *before* it has spent too much. Calls whose usage you never learn, such as
streams that you stop half-way, count with the most they can have cost.

Around that belongs a limit that no bug can pass: in OpenAI's dashboard an organisation and each project can have a spend limit. The course's commands
keep a budget in the same way: with \`--budget 0.05\` no call is sent that could make a run dearer than five cents.`,
      prediction: {
        kind: 'number',
        question: 'how many of the five questions will be asked?',
        unit: 'questions',
        measure: ({ exchanges }) => exchanges.length,
        reveal: whatFitted,
      },
      demo: { file: 'budget.ts', run: budget, role: 'default', asksQuestion: false },
    },
    {
      id: 'tags',
      title: 'Which feature spends it',
      text: `
A bill says how much, not what for. \`metadata\` attaches up to 16 pairs of texts of your own to a request. The model does
not read them and they cost no tokens; they are stored with the response and come back in it.`,
      demo: { file: 'tags.ts', run: tags, role: 'default', asksQuestion: false },
      notice: whatTheTagsAreFor,
    },
  ],
  recap: [
    'Models read and write tokens: four to five characters of plain English, often fewer of anything else.',
    'A bill is input tokens × input price + output tokens × output price, per million, and output is the dearer one.',
    'Before a call, count the input and cap the output: together they are the most it can cost.',
    '`incomplete` is not an error and is not thrown: look at `status` before you use a text.',
    'Equal beginnings can be cached: what never changes comes first.',
    'Tag calls by feature, and write down `usage` from the first day on.',
  ],
  quiz,
};

function longestAnswer(model: string): string {
  const tokens = findModel(model)?.maxOutputTokens;
  return tokens ? `${tokens.toLocaleString('en')} tokens with \`${model}\`` : 'very long';
}
