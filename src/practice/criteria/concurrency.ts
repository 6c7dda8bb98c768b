/** Criteria about requests that are under way at the same time. */
import type { Criterion } from '../exercise.ts';
import type { ReceivedRequest } from '../observation.ts';
import {
  answeredRequests,
  counted,
  modelRequests,
  questionOf,
  quoted,
  textOf,
  words,
} from './reading.ts';
import { whyNoAnswer, whyTooFew } from './requests.ts';

/** Has so many requests under way at once. */
export function reaches(count: number): Criterion {
  return {
    id: 'runs-in-parallel',
    name: `It has ${count} requests under way at once.`,
    expected: `at least ${counted(count, 'request')} in flight at once`,
    judge: (observation) => {
      const sent = modelRequests(observation);
      if (sent.length === 0) return { passed: false, actual: whyNoAnswer(observation) };
      const most = mostAtOnce(sent);
      const why = most === 1 ? ': each call waited for the one before it' : '';
      return { passed: most >= count, actual: `${most}${why}` };
    },
  };
}

/** Never has more requests under way at once. */
export function staysWithin(count: number): Criterion {
  return {
    id: 'stays-within-the-limit',
    name: `It never has more than ${count} requests under way.`,
    expected: `at most ${counted(count, 'request')} in flight at once`,
    judge: (observation) => {
      const sent = modelRequests(observation);
      if (sent.length === 0) return { passed: false, actual: whyNoAnswer(observation) };
      const most = mostAtOnce(sent);
      // As many as the limit never exceed it.
      const tooFew = most > count ? null : whyTooFew(observation, count + 1);
      return { passed: most <= count && tooFew === null, actual: tooFew ?? `${most} at once` };
    },
  };
}

/** Asks each of these once. */
export function asksEach(questions: readonly string[]): Criterion {
  return {
    id: 'asks-each-once',
    name: `It asks each of the ${questions.length} questions once, and is answered.`,
    expected: `${questions.length} requests, one for each question`,
    judge: (observation) => {
      const asked = answeredRequests(observation).map((request) => words(questionOf(request)));
      if (asked.length === 0) return { passed: false, actual: whyNoAnswer(observation) };
      const missing = questions.find((question) => !asked.includes(question));
      if (missing !== undefined)
        return { passed: false, actual: `nobody asked ${quoted(missing)}` };
      return {
        passed: asked.length === questions.length,
        actual: counted(asked.length, 'request'),
      };
    },
  };
}

/** Prints the answers in the order of these questions, whichever came first. */
export function printsInOrder(questions: readonly string[]): Criterion {
  return {
    id: 'prints-in-order',
    name: 'It prints the answers in the order of the questions.',
    expected: 'every answer on standard output, the first question’s first',
    judge: (observation) => {
      const printed = words(textOf(observation.program.stdout));
      const answers = answeredRequests(observation);
      const places = questions.map((question) => {
        const request = answers.find((answered) => words(questionOf(answered)) === question);
        return request ? printed.indexOf(words(request.outputText ?? '')) : -1;
      });
      const missing = places.indexOf(-1);
      if (missing !== -1) {
        return {
          passed: false,
          actual: `the answer to ${quoted(questions[missing] ?? '')} was not printed`,
        };
      }
      const order = [...places].sort((a, b) => a - b).map((place) => places.indexOf(place) + 1);
      const passed = order.every((number, index) => number === index + 1);
      return { passed, actual: `the answers to questions ${order.join(', ')}` };
    },
  };
}

/** The most requests that were under way at one moment, from arrival to the last byte of the answer. */
function mostAtOnce(sent: readonly ReceivedRequest[]): number {
  const underWayAt = (moment: number) =>
    sent.filter(({ arrivedAt, endedAt }) => arrivedAt <= moment && moment < (endedAt ?? Infinity))
      .length;
  return Math.max(0, ...sent.map(({ arrivedAt }) => underWayAt(arrivedAt)));
}
