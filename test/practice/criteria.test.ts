import { describe, expect, it } from 'vitest';
import { staysWithin } from '../../src/practice/criteria/concurrency.ts';
import { printsTheCosts, stopsAtTheBudget } from '../../src/practice/criteria/money.ts';
import { printsTheAnswers } from '../../src/practice/criteria/output.ts';
import { questionOf } from '../../src/practice/criteria/reading.ts';
import { eachRequest, whatDiffers } from '../../src/practice/criteria/requests.ts';
import type { Observation, ReceivedRequest } from '../../src/practice/observation.ts';

const text = 'An answer.';
const price = { input: 1_000_000, output: 1_000_000 };

const answered: ReceivedRequest = {
  method: 'POST',
  path: '/v1/responses',
  authorization: null,
  body: { input: 'Why?' },
  arrivedAt: 0,
  status: 200,
  retryAfterMs: null,
  endedAt: 1,
  wasLeft: false,
  answer: { usage: { input_tokens: 1, output_tokens: 1, total_tokens: 2 } },
  outputText: text,
  pieces: [],
};
const refused: ReceivedRequest = {
  ...answered,
  status: 400,
  answer: { error: { code: 'unknown_parameter' } },
  outputText: null,
};

/** A program that sends these one after another, and prints each answer, 2.0 and `sum`. */
function run(requests: readonly ReceivedRequest[], sum = '4.0'): Observation {
  const apart = requests.map((request, index) => ({
    ...request,
    arrivedAt: index * 10,
    endedAt: index * 10 + 1,
  }));
  return {
    requests: apart,
    key: 'sk-practice-1',
    source: null,
    program: {
      ending: 'exited',
      exitCode: 0,
      stdout: [{ at: 0, text: `${text} 2.0 ${sum}` }],
      stderr: [],
      ranMs: 1,
      leftChildren: false,
    },
  };
}

const named = { id: 'it', name: 'It.', expected: 'it', least: 2 };

describe.each([
  ['the same in each', whatDiffers(named, { of: questionOf, isRight: ({ size }) => size === 1 })],
  ['as it should be in each', eachRequest(named, () => null)],
  ['each answer printed', printsTheAnswers({ least: 2 })],
  ['each cost printed', printsTheCosts(price, { least: 2 })],
  ['never more at once', staysWithin(1)],
  ['nothing after the budget', stopsAtTheBudget({ price, budget: 4 }, { scenario: 'dear' })],
])('What would be true of too few requests as well: %s', (_, { judge }) => {
  it('holds for enough of them', () => {
    expect(judge(run([answered, answered]))).toMatchObject({ passed: true });
  });

  it('does not hold for fewer, and says so', () => {
    const { passed, actual } = judge(run([answered]));
    expect(passed).toBe(false);
    expect(actual).toMatch(/^1 (?:answered )?request\b/);
  });

  it('does not hold for one that was refused', () => {
    expect(judge(run([refused])).passed).toBe(false);
    expect(judge(run([answered, refused])).passed).toBe(false);
  });
});

it('says of requests that nobody answered that they were not', () => {
  const { judge } = eachRequest(named, () => null);
  const unanswered = { ...answered, status: null, outputText: null };
  expect(judge(run([unanswered])).actual).toBe('no request was answered');
  expect(judge(run([refused])).actual).toContain('refused the request: 400');
});
