import { expect, it } from 'vitest';
import { remembered } from '../../src/usage/remembered.ts';

function counted() {
  const asked: string[] = [];
  const compute = (text: string) => {
    asked.push(text);
    return text.length;
  };
  return { asked, compute };
}

it('What was computed once is remembered', () => {
  const { asked, compute } = counted();
  const lengthOf = remembered(compute);
  expect(['a', 'bb', 'a', ''].map(lengthOf)).toEqual([1, 2, 1, 0]);
  expect(lengthOf('')).toBe(0);
  expect(asked).toEqual(['a', 'bb', '']);
});

it('The oldest text is forgotten when there are too many', () => {
  const { asked, compute } = counted();
  const lengthOf = remembered(compute, { maxTexts: 2, maxLength: 10 });
  for (const text of ['a', 'b', 'c', 'c', 'b', 'a']) lengthOf(text);
  expect(asked).toEqual(['a', 'b', 'c', 'a']);
});

it('A long text is computed each time', () => {
  const { asked, compute } = counted();
  const lengthOf = remembered(compute, { maxTexts: 2, maxLength: 3 });
  for (const text of ['long', 'abc', 'long', 'abc']) lengthOf(text);
  expect(asked).toEqual(['long', 'abc', 'long']);
});
