import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BlankQuestion,
  type ChoiceQuestion,
  judge,
  misreads,
  type OrderQuestion,
  offered,
  rightAnswer,
} from '../../../src/course/quiz/question.ts';

const choice: ChoiceQuestion = {
  kind: 'choice',
  id: 'capital',
  question: 'The capital of France?',
  choices: [
    { text: 'Lyon', isRight: false, explanation: 'The second city.' },
    { text: 'Paris', isRight: true, explanation: 'For a thousand years.' },
  ],
};
const blank: BlankQuestion = {
  kind: 'blank',
  id: 'variable',
  question: 'The key is in ___.',
  accepts: ['OPENAI_API_KEY', 'the environment'],
  explanation: 'Not in the code.',
  mistakes: [{ text: '.env', explanation: 'That is a file.' }],
};
const order: OrderQuestion = {
  kind: 'order',
  id: 'steps',
  question: 'In order?',
  items: ['request', 'answer', 'bill'],
  explanation: 'First things first.',
};

describe('A choice', () => {
  it('is answered by its number, and explained by what was chosen', () => {
    expect(judge(choice, '2')).toEqual({ isRight: true, explanation: 'For a thousand years.' });
    expect(judge(choice, '1')).toEqual({ isRight: false, explanation: 'The second city.' });
    expect(rightAnswer(choice)).toBe('2');
    expect(offered(choice)).toEqual(['Lyon', 'Paris']);
  });

  it.each(['', '0', '3', 'Paris', '1 2'])('cannot be answered by %j', (typed) => {
    expect(misreads(choice, typed)).toBe('Use a number from 1 to 2.');
  });
});

describe('A gap', () => {
  it.each(['OPENAI_API_KEY', ' openai_api_key ', '`OPENAI_API_KEY`', 'The  environment.'])(
    'is filled by %j',
    (typed) => {
      expect(misreads(blank, typed)).toBeUndefined();
      expect(judge(blank, typed)).toEqual({ isRight: true, explanation: 'Not in the code.' });
    },
  );

  it.each(['openai_api_key', 'OpenAI_API_Key', ' `openai_api_key`.'])(
    'in code is not filled by %j, since capitals matter there',
    (typed) => {
      expect(judge({ ...blank, isCode: true }, typed)).toEqual({
        isRight: false,
        explanation: 'Almost: capitals matter in code, and it is written `OPENAI_API_KEY`.',
      });
      expect(judge({ ...blank, isCode: true }, 'OPENAI_API_KEY').isRight).toBe(true);
    },
  );

  it('tells of a likely mistake what is wrong with it, and of another what is right', () => {
    expect(judge(blank, '.env')).toEqual({ isRight: false, explanation: 'That is a file.' });
    expect(judge(blank, 'OPENAI')).toEqual({ isRight: false, explanation: 'Not in the code.' });
    expect(misreads(blank, '  ')).toBe('Write what is missing.');
    expect([offered(blank), rightAnswer(blank)]).toEqual([null, 'OPENAI_API_KEY']);
  });
});

describe('An order', () => {
  it.each(['1', '1 2', '1 2 2', '1 2 3 4', '0 1 2', 'answer'])(
    'cannot be answered by %j',
    (typed) => {
      expect(misreads(order, typed)).toBe('Use each number from 1 to 3 once, such as 1 2 3.');
    },
  );

  it('is offered out of order, always in the same way, and answered by one order only', () => {
    const items = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(items, (inOrder) => {
        const question = { ...order, items: inOrder };
        const shown = offered(question) ?? [];
        expect(shown).not.toEqual(inOrder);
        expect(shown.toSorted()).toEqual(inOrder.toSorted());
        expect(offered(question)).toEqual(shown);
        const right = rightAnswer(question);
        expect(misreads(question, right)).toBeUndefined();
        expect(judge(question, right).isRight).toBe(true);
        expect(judge(question, right.replaceAll(' ', ', ')).isRight).toBe(true);
        expect(judge(question, right.split(' ').toReversed().join(' ')).isRight).toBe(false);
      }),
    );
  });
});
