import { exact, type Skill, said } from '../reply.ts';
import { inDigits } from '../words.ts';
import { calculate, NoResult } from './arithmetic.ts';

/** The longest sum that is read, in characters: deep parentheses end here. */
const LONGEST_SUM = 300;

const operand = String.raw`(-?[\d.]+)`;
/** Sums in words, written as signs; applied from the top. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/(?<=\d),(?=\d{3}\b)/g, ''],
  [new RegExp(`\\b(?:add|sum of) ${operand} (?:and|to) ${operand}`, 'gi'), '$1+$2'],
  [new RegExp(`\\bsubtract ${operand} from ${operand}`, 'gi'), '$2-$1'],
  [new RegExp(`\\b(?:multiply|product of) ${operand} (?:by|and|with) ${operand}`, 'gi'), '$1*$2'],
  [new RegExp(`\\bdivide ${operand} by ${operand}`, 'gi'), '$1/$2'],
  [new RegExp(`\\bsquare of ${operand}`, 'gi'), '$1^2'],
  [/ ?(?:percent|%) of /gi, '%*'],
  [/ percent\b/gi, '%'],
  [/ (?:multiplied by|times|x) /gi, '*'],
  [/(?<=\d) ?[×·x] ?(?=[\d(])/g, '*'],
  [/ (?:divided by|over) |÷/gi, '/'],
  [/ (?:plus|added to) /gi, '+'],
  [/ minus |[−–]/gi, '-'],
  [/ (?:to the power of|raised to) |\*\*/gi, '^'],
  [/ squared\b/gi, '^2'],
  [/ cubed\b/gi, '^3'],
];

const leading =
  /^(?:.*\b(?:what(?:'s| is)?|calculate|compute|evaluate|solve|work out|how much is|answer|the|result of|equals)\b)?[\s:]*/i;
const sum = /^[-(\d][\d\s.+\-*/^()%]*$/;
const onlyNumber = /\b(?:only|just)\b.{0,20}\b(?:number|result|answer)\b|\bno words\b/i;

/** "What is 17 * 23?", "15 percent of 80": exact for whole numbers and decimals. */
export const sums: Skill = ({ question }) => {
  const expression = question
    .slice(0, LONGEST_SUM)
    .split(/[?=\n!;]|\.(?!\d)/)
    .map(sumIn)
    .find(Boolean);
  if (!expression) return undefined;
  try {
    const result = calculate(expression);
    if (result === undefined) return undefined;
    if (onlyNumber.test(question.slice(0, LONGEST_SUM))) return exact(result.replace('≈ ', ''));
    return said(`${spaced(expression)} ${result.startsWith('≈') ? result : `= ${result}`}.`);
  } catch (error) {
    if (error instanceof NoResult) return said(error.message);
    throw error;
  }
};

/** The sum in a sentence, in signs; undefined when it holds none. */
function sumIn(text: string): string | undefined {
  const inSigns = signs.reduce(
    (line, [words, sign]) => line.replace(words, sign),
    ` ${inDigits(text)} `,
  );
  const expression = inSigns.trim().replace(leading, '').trim();
  return sum.test(expression) && /\d\D*[+\-*/^%]/.test(expression) ? expression : undefined;
}

const spaced = (expression: string): string =>
  expression
    .replace(/\s+/g, '')
    .replace(/(?<=[\d)%])([+\-*/^])/g, ' $1 ')
    .replaceAll('*', '×')
    .replaceAll('/', '÷');
