/** Criteria about the requests that arrived. */
import { errorCodeOf } from '../../client/answer.ts';
import type { Criterion, Verdict } from '../exercise.ts';
import type { Observation, ReceivedRequest } from '../observation.ts';
import { answeredRequests, counted, modelRequests, quoted, words } from './reading.ts';

/** Asks the model this often, neither more nor less, and is answered each time. */
export function getsAnswers(count: number, criterion: Partial<Criterion> = {}): Criterion {
  return {
    id: 'asks-the-model',
    name: `The program gets ${count === 1 ? 'an answer' : `${count} answers`} from the model.`,
    expected: `exactly ${counted(count, 'request')}, answered`,
    ...criterion,
    judge: (observation) => {
      const sent = modelRequests(observation);
      const answered = answeredRequests(observation).length;
      if (answered === 0) return { passed: false, actual: whyNoAnswer(observation) };
      const passed = sent.length === count && answered === count;
      return { passed, actual: `${counted(sent.length, 'request')}, ${answered} answered` };
    },
  };
}

/** Each request that asks the model is as it should be; `problem` is null where it is. */
export function eachRequest(
  criterion: Pick<Criterion, 'id' | 'name' | 'expected' | 'scenario'>,
  problem: (request: ReceivedRequest) => string | null,
): Criterion {
  return {
    ...criterion,
    judge: (observation): Verdict => {
      const sent = modelRequests(observation);
      if (sent.length === 0) return { passed: false, actual: whyNoAnswer(observation) };
      const problems = sent.map(problem);
      const at = problems.findIndex((found) => found !== null);
      if (at === -1) return { passed: true, actual: `so in ${counted(sent.length, 'request')}` };
      return { passed: false, actual: `request ${at + 1}: ${problems[at]}` };
    },
  };
}

/** Compares a text of all requests: `isRight` is given the distinct ones. */
export function whatDiffers(
  criterion: Pick<Criterion, 'id' | 'name' | 'expected'>,
  compared: {
    readonly of: (request: ReceivedRequest) => string;
    readonly isRight: (distinct: ReadonlySet<string>) => boolean;
  },
): Criterion {
  return {
    ...criterion,
    judge: (observation) => {
      const sent = modelRequests(observation);
      if (sent.length === 0) return { passed: false, actual: whyNoAnswer(observation) };
      const distinct = new Set(sent.map((request) => words(compared.of(request))));
      const told = [...distinct].map((text) => (text === '' ? 'none' : quoted(text))).join(' and ');
      return { passed: compared.isRight(distinct), actual: told };
    },
  };
}

export const howToAsk =
  'The SDK finds the server by itself; with other means send to $OPENAI_BASE_URL/responses';

/** Why no answer of a model came: no request at all, one that went elsewhere, or one that was refused. */
export function whyNoAnswer(observation: Observation): string {
  const { requests } = observation;
  const refused = modelRequests(observation).find(({ status }) => status !== null && status >= 400);
  if (refused) {
    return `the server refused the request: ${refused.status} ${errorCodeOf(refused.answer) ?? ''}`.trim();
  }
  const [elsewhere] = requests;
  if (elsewhere) return `a request to ${elsewhere.method} ${elsewhere.path}, which asks no model`;
  return `no request arrived. ${howToAsk}`;
}
