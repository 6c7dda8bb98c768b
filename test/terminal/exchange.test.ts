import { describe, expect, it } from 'vitest';
import {
  describeAttempt,
  renderAttempts,
  renderExchangeFooter,
  responseFacts,
} from '../../src/terminal/exchange.ts';
import { answeredWith, attempt, exchangeWith } from '../helpers/exchange.ts';
import { responseBody } from '../helpers/wire.ts';
import { plain } from './capture.ts';

describe('The line under an answer', () => {
  it.each([
    [
      'of a plain answer',
      answeredWith('Hi.'),
      '  completed · 10 tokens in, 5 out · $0.0000045 · 400 ms',
    ],
    [
      'of a simulated one',
      answeredWith('Hi.', { provider: 'sandbox', billed: false }),
      '  completed · 10 tokens in, 5 out · $0.0000045 list price, not billed: simulated · 400 ms',
    ],
    [
      'of a streamed one',
      answeredWith('Hi.', { timing: { startedAt: 0, firstTokenMs: 120, totalMs: 1400 } }),
      '  completed · 10 tokens in, 5 out · $0.0000045 · first token after 120 ms · 1.4 s',
    ],
    [
      'of a model without a known price',
      answeredWith('Hi.', { cost: null }),
      '  completed · 10 tokens in, 5 out · price unknown · 400 ms',
    ],
    [
      'of a refusal',
      exchangeWith({ status: 'failed', attempts: [{ ...attempt, status: 401 }] }),
      '  HTTP 401 · 1 ms',
    ],
    [
      'of a stream that was stopped',
      exchangeWith({ status: 'aborted' }),
      '  aborted · tokens unknown: it was stopped before the API counted · 1 ms',
    ],
  ])('%s', (_, exchange, expected) => {
    expect(renderExchangeFooter(exchange, plain(100))).toEqual([expected]);
  });
});

describe('The attempts of a call', () => {
  it('are not told when the first one worked', () => {
    expect(renderAttempts(exchangeWith(), plain(80))).toEqual([]);
  });

  it('are rows with what the server asked for and what was waited', () => {
    const failed = { ...attempt, status: 429, ms: 12, retryAfterMs: 1000, waitMs: 1003 };
    const attempts = [{ ...failed, error: 'rate_limit_exceeded' }, attempt];
    expect(renderAttempts(exchangeWith({ attempts }), plain(80))).toEqual([
      '  attempt  result                   took   asked to wait  waited',
      '  1        429 rate_limit_exceeded  12 ms  1.0 s          1.0 s',
      '  2        200                      1 ms',
    ]);
  });

  it('are lines in a log', () => {
    const failed = { ...attempt, status: null, error: 'ECONNRESET', requestId: 'req_1' };
    expect(describeAttempt(failed, 1, 3)).toBe(
      'attempt 1 of 3: no answer ECONNRESET in 1 ms; request id req_1',
    );
  });
});

describe('The fields of a response', () => {
  it('are those that it has', () => {
    const response = responseBody('A long answer that does not fit into its place.');
    const attempts = [{ ...attempt, requestId: 'req_1' }];
    const text = 'A long answer that does not fit into its place.';
    const facts = responseFacts(answeredWith(text, { response, attempts }));
    expect(facts.map(({ name, value }) => [name, value])).toEqual([
      ['id', 'resp_1'],
      ['status', 'completed'],
      ['model', 'gpt-4o-mini-2024-07-18'],
      ['output', '1 item: message'],
      ['output_text', '"A long answer that does not …"'],
      ['usage', '10 + 5 = 15 tokens'],
      ['cost', '$0.0000045'],
      ['time', '400 ms'],
      ['x-request-id', 'req_1'],
    ]);
  });

  it('leave out what a failed call has not', () => {
    expect(responseFacts(exchangeWith({ status: 'failed' })).map(({ name }) => name)).toEqual([
      'time',
    ]);
  });
});
