import { write } from '../pattern.ts';
import { exact, type Skill, said } from '../reply.ts';
import type { Choices } from '../sampling.ts';
import { gist } from '../words.ts';

/** Small talk: what is said, what comes back, and which phrase that is for answers in other languages. */
const exchanges: readonly {
  readonly heard: RegExp;
  readonly back: Choices;
  readonly phrase?: string;
}[] = [
  {
    heard:
      /^(?:hi|hello|hey|howdy|greetings|hola|bonjour|salut|hallo|ciao|olá|good (?:morning|afternoon|evening|day))\b(?:,? (?:there|friend|world|all|everyone|again|you|assistant|computer))?[\s!.,]*$/i,
    back: [
      'Hello! {What would you like to know?|How can I help?|Ask me anything about APIs or programming.}',
      'Hi there! {What can I do for you?|What shall we look at?|What is on your mind?}',
      'Hello and welcome! {Where shall we begin?|What are you curious about?|Try “What is an API?”}',
    ],
    phrase: 'hello',
  },
  {
    heard: /^(?:many )?(?:thanks|thank you|thx|cheers)\b.{0,40}$/i,
    back: ['You are welcome!', '{My pleasure!|Any time!|Glad to help!}', 'You are very welcome.'],
    phrase: "you're welcome",
  },
  {
    heard: /^(?:bye|goodbye|good ?night|see you|farewell|ciao)\b.{0,30}$/i,
    back: [
      'Goodbye! {Come back soon.|Until next time.}',
      'See you! {Happy coding.|Take care.}',
      'Bye for now!',
    ],
    phrase: 'goodbye',
  },
  {
    heard: /^(?:hi|hello|hey)?[,!. ]*how are you\b.{0,30}$/i,
    back: [
      'All is well in here, thank you. {How can I help?|And what are you working on?}',
      'I have no feelings to report, but everything {runs|works}. {What can I do for you?|What shall we look at?}',
      'Fine, as far as a small program can be. {What is your question?|How can I help?}',
    ],
  },
  {
    heard:
      /\b(?:who|what) are you\b|\bare you (?:chatgpt|gpt|an ai|a (?:real )?(?:model|person|human|robot|bot)|real|openai)|\bwhat(?:'s| is) your name\b|\b(?:what|which) (?:ai )?model (?:are you|is this)/i,
    back: [
      'I am the course’s offline stand-in: a small program with prepared texts, not a language model. With OPENAI_API_KEY in .env, or with --provider openai, a real model answers here.',
      'I am no model, only the stand-in that lets this course run without a key or a network. Put OPENAI_API_KEY in .env or use --provider openai to talk to a real one.',
    ],
  },
  {
    heard: /\bwhat can you do\b|^help[.!?]?$|\bwhat do you know\b/i,
    back: [
      'I can explain terms of programming, the web and language models, count, do sums, list things, repeat, translate a few phrases and recall what you told me. I am only the course’s offline stand-in: a real model, with OPENAI_API_KEY in .env, can do far more.',
    ],
  },
  { heard: /^ping[.!?]?$/i, back: ['Pong!'] },
  {
    heard: /^(?:this is (?:just |only )?a )?test(?:ing)?[.!?]*$/i,
    back: ['The test arrived: {everything works.|all is well.|loud and clear.}'],
  },
  {
    heard: /^(?:ok|okay|yes|no|sure|great|nice|cool|i see|got it|understood)[.!?]*$/i,
    back: ['{Good|All right|Very well}. What would you like to {do|know} next?'],
  },
  {
    heard: /^$/,
    back: ['There is no question in this request. {Try|Ask me}, for example, “What is an API?”'],
  },
];

/** Greetings, thanks and questions about itself. */
export const talk: Skill = ({ question }, { language }, draw) => {
  const text = gist(question);
  const exchange = exchanges.find(({ heard }) => heard.test(text));
  if (!exchange) return undefined;
  const foreign = exchange.phrase && language?.phrases[exchange.phrase];
  return foreign ? exact(foreign) : said(write(draw(exchange.back), draw));
};
