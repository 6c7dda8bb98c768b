import { exact, type Skill, said } from '../reply.ts';
import { gist, inDigits } from '../words.ts';

const number = String.raw`(-?\d{1,12}(?:\.\d{1,12})?)`;

/** Questions of numbers, and what makes them true. */
const tests: readonly {
  readonly asked: RegExp;
  readonly holds: (a: number, b: number) => boolean;
}[] = [
  {
    asked: new RegExp(`\\bis ${number} (?:greater|larger|bigger|more|higher) than ${number}`, 'i'),
    holds: (a, b) => a > b,
  },
  {
    asked: new RegExp(`\\bis ${number} (?:less|smaller|lower|fewer) than ${number}`, 'i'),
    holds: (a, b) => a < b,
  },
  {
    asked: new RegExp(`\\bis ${number} (?:equal to|the same as) ${number}`, 'i'),
    holds: (a, b) => a === b,
  },
  {
    asked: new RegExp(`\\bis ${number} divisible by ${number}`, 'i'),
    holds: (a, b) => a % b === 0,
  },
  { asked: new RegExp(`\\bis ${number} (?:an )?even\\b`, 'i'), holds: (a) => a % 2 === 0 },
  { asked: new RegExp(`\\bis ${number} (?:an )?odd\\b`, 'i'), holds: (a) => Math.abs(a % 2) === 1 },
  { asked: new RegExp(`\\bis ${number} (?:a )?prime\\b`, 'i'), holds: isPrime },
];

/** A few facts that yes-or-no examples like to ask for. */
const facts: readonly { readonly asked: RegExp; readonly holds: boolean }[] = [
  { asked: /\bis the sky blue\b/i, holds: true },
  { asked: /\bis the (?:earth|world) flat\b/i, holds: false },
  { asked: /\bis the (?:earth|world) (?:round|a sphere|a planet)\b/i, holds: true },
  { asked: /\bis the sun a star\b/i, holds: true },
  { asked: /\bis the moon (?:made of|a) (?:green )?(?:cheese|star|planet)\b/i, holds: false },
  {
    asked: /\bis (?:python|javascript|typescript|java|rust|go) a programming language\b/i,
    holds: true,
  },
  { asked: /\bis (?:html|json|csv) a programming language\b/i, holds: false },
  { asked: /\bis fire hot\b|\bis ice cold\b|\bis water wet\b/i, holds: true },
];

const larger = new RegExp(
  `\\b(larger|bigger|greater|smaller|less)\\b[^\\d-]{0,40}${number},? (?:or|and) ${number}`,
  'i',
);

/** "Is 7 prime?", "Which is larger, 9.11 or 9.9?", "Yes or no: is the sky blue?" */
export const decide: Skill = ({ question }) => {
  const text = inDigits(gist(question));
  const [, which, one = '', other = ''] = larger.exec(text) ?? [];
  if (which) {
    const [a, b] = [Number(one), Number(other)];
    if (a === b) return said('They are equal.');
    return said(`${(a > b) === /larg|big|great/i.test(which) ? one : other} is the ${which} one.`);
  }
  for (const { asked, holds } of tests) {
    const [found, a, b] = asked.exec(text) ?? [];
    if (found) return yesOrNo(holds(Number(a), Number(b)));
  }
  const fact = facts.find(({ asked }) => asked.test(text));
  return fact && yesOrNo(fact.holds);
};

const yesOrNo = (holds: boolean) => exact(holds ? 'Yes.' : 'No.');

function isPrime(candidate: number): boolean {
  if (!Number.isInteger(candidate) || candidate < 2) return false;
  for (let divisor = 2; divisor * divisor <= candidate; divisor += 1) {
    if (candidate % divisor === 0) return false;
  }
  return true;
}
