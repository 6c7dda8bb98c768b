/** Criteria about streamed answers. */
import { readUsage } from '../../usage/usage.ts';
import type { Criterion } from '../exercise.ts';
import { answeredRequests, field, modelRequests, textOf, words } from './reading.ts';
import { eachRequest, whyNoAnswer } from './requests.ts';

/** This share of the text must be on the screen when the last piece of it is sent. */
const leastShown = 0.25;

/** Shows the text while it is being written, not when it is whole. */
export const printsAsItArrives: Criterion = {
  id: 'prints-as-it-arrives',
  name: 'It prints each piece of the text when it arrives.',
  expected: 'a good part of the text printed before the last piece was sent',
  judge: (observation) => {
    const request = modelRequests(observation).find(({ pieces }) => pieces.length > 1);
    const last = request?.pieces.at(-1);
    if (!request || !last) {
      const hasAnswer = answeredRequests(observation).length > 0;
      const actual = hasAnswer
        ? 'the answer came whole: the request asks for no stream'
        : whyNoAnswer(observation);
      return { passed: false, actual };
    }
    const text = textOf(request.pieces);
    const early = textOf(observation.program.stdout.filter(({ at }) => at < last.at));
    const share = Math.min(1, sharedStart(early, text) / text.length);
    const actual = `${Math.round(share * 100)} % of the text was printed by then`;
    return { passed: share >= leastShown, actual };
  },
};

/** Characters of the text, from its start, that stand in what was printed; white space aside. */
function sharedStart(printed: string, text: string): number {
  const [all, wanted] = [printed, text].map((part) => part.replaceAll(/\s+/g, ''));
  const from = all?.indexOf(wanted?.slice(0, 8) ?? '') ?? -1;
  return from === -1 ? 0 : (all?.length ?? 0) - from;
}

/** After the text it tells the tokens that the stream's last event names. */
export const printsTheUsage: Criterion = {
  id: 'prints-the-usage',
  name: 'After the text it prints the input and the output tokens, as the last event tells them.',
  expected: 'both numbers on standard output, after the text',
  judge: (observation) => {
    const request = answeredRequests(observation).at(-1);
    const usage = readUsage(request?.answer);
    if (!request || !usage) return { passed: false, actual: 'no usage arrived' };
    const printed = words(textOf(observation.program.stdout));
    const text = words(request.outputText ?? '');
    const from = printed.indexOf(text);
    const after = from === -1 ? '' : printed.slice(from + text.length);
    const numbers: readonly string[] = after.match(/\d+/g) ?? [];
    const missing = [usage.inputTokens, usage.outputTokens].filter(
      (count) => !numbers.includes(String(count)),
    );
    if (missing.length === 0) return { passed: true, actual: `"${after.trim()}"` };
    const told = after.trim() === '' ? 'nothing was printed after the text' : `"${after.trim()}"`;
    return {
      passed: false,
      actual: `${told}; the last event says ${usage.inputTokens} in, ${usage.outputTokens} out`,
    };
  },
};

/** Every request asks for a stream. */
export const asksForStreams: Criterion = eachRequest(
  {
    id: 'asks-for-a-stream',
    name: 'It asks for a stream.',
    expected: 'stream: true',
  },
  (request) => (field(request, 'stream') === true ? null : 'no stream: true'),
);
