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

/** What a criterion about several requests is made of. */
interface AboutRequests extends Pick<Criterion, 'id' | 'name' | 'expected' | 'scenario'> {
  /** Answered requests that it takes to judge: of fewer, nearly everything is true. 1 if left out. */
  readonly least?: number;
}

/** Each request that asks the model is as it should be; `problem` is null where it is. */
export function eachRequest(
  { least, ...criterion }: AboutRequests,
  problem: (request: ReceivedRequest) => string | null,
): Criterion {
  return {
    ...criterion,
    judge: (observation): Verdict => {
      const sent = modelRequests(observation);
      const problems = sent.map(problem);
      const at = problems.findIndex((found) => found !== null);
      if (at !== -1) return { passed: false, actual: `request ${at + 1}: ${problems[at]}` };
      const tooFew = whyTooFew(observation, least);
      if (tooFew !== null) return { passed: false, actual: tooFew };
      return { passed: true, actual: `so in ${counted(sent.length, 'request')}` };
    },
  };
}

/** Compares a text of all requests: `isRight` is given the distinct ones. */
export function whatDiffers(
  { least, ...criterion }: AboutRequests,
  compared: {
    readonly of: (request: ReceivedRequest) => string;
    readonly isRight: (distinct: ReadonlySet<string>) => boolean;
  },
): Criterion {
  return {
    ...criterion,
    judge: (observation) => {
      const tooFew = whyTooFew(observation, least);
      if (tooFew !== null) return { passed: false, actual: tooFew };
      const distinct = new Set(
        modelRequests(observation).map((request) => words(compared.of(request))),
      );
      const told = [...distinct].map((text) => (text === '' ? 'none' : quoted(text))).join(' and ');
      return { passed: compared.isRight(distinct), actual: told };
    },
  };
}

export const howToAsk =
  'The SDK finds the server by itself; with other means send to $OPENAI_BASE_URL/responses';

/** Why there is too little to judge: fewer answers than it takes. null when there are enough. */
export function whyTooFew(observation: Observation, least = 1): string | null {
  const answered = answeredRequests(observation).length;
  if (answered >= least) return null;
  if (answered === 0) return whyNoAnswer(observation);
  return `${counted(answered, 'answered request')}; it takes ${least} to tell`;
}

/** Why no answer of a model came: no request at all, one that went elsewhere, or one that was refused. */
export function whyNoAnswer(observation: Observation): string {
  const { requests } = observation;
  const refused = modelRequests(observation).find(({ status }) => status !== null && status >= 400);
  if (refused) {
    return `the server refused the request: ${refused.status} ${errorCodeOf(refused.answer) ?? ''}`.trim();
  }
  if (modelRequests(observation).length > 0) return 'no request was answered';
  const [elsewhere] = requests;
  if (elsewhere) return `a request to ${elsewhere.method} ${elsewhere.path}, which asks no model`;
  return `no request arrived. ${howToAsk}`;
}
