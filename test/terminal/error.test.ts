import { describe, expect, it } from 'vitest';
import { CourseError } from '../../src/errors.ts';
import { renderError } from '../../src/terminal/error.ts';
import { colored, plain } from './capture.ts';

const limited = new CourseError(
  'rate_limited',
  'The API is limiting your requests: 3 a minute.',
  'Wait a minute, then run the command again.\nOr give --concurrency 1.',
  { status: 429, requestId: 'req_abc' },
);

describe('renderError', () => {
  it('says what happened, the facts and what to type next', () => {
    expect(renderError(limited, plain(80))).toEqual([
      'Error: The API is limiting your requests: 3 a minute.',
      '       rate_limited · HTTP status 429 · request id req_abc',
      'Next:  Wait a minute, then run the command again.',
      '       Or give --concurrency 1.',
    ]);
  });

  it('adds what the server said, its code, and whether a retry helps', () => {
    const refused = new CourseError(
      'rate_limited',
      'Too many requests.',
      'Wait, then run it again.',
      {
        status: 429,
        call: {
          apiCode: 'rate_limit_exceeded',
          serverMessage: 'Rate limit reached.\x1b[31m',
          retryHelps: true,
          retry: 'A retry helps.',
        },
      },
    );
    expect(renderError(refused, plain(80))).toEqual([
      'Error: Too many requests.',
      '       It said: Rate limit reached.',
      '       A retry helps.',
      '       rate_limited · HTTP status 429 · API code rate_limit_exceeded',
      'Next:  Wait, then run it again.',
    ]);
  });

  it('wraps everything to the right of the labels', () => {
    expect(renderError(limited, plain(40))).toEqual([
      'Error: The API is limiting your',
      '       requests: 3 a minute.',
      '       rate_limited · HTTP status 429 ·',
      '       request id req_abc',
      'Next:  Wait a minute, then run the',
      '       command again.',
      '       Or give --concurrency 1.',
    ]);
  });

  it('leaves out what is not known', () => {
    expect(renderError(new CourseError('interrupted', 'Stopped.', ''), plain(80))).toEqual([
      'Error: Stopped.',
      '       interrupted',
    ]);
  });

  it('colours the label only', () => {
    expect(renderError(limited, colored(80))[0]).toBe(
      '\x1b[31mError:\x1b[39m The API is limiting your requests: 3 a minute.',
    );
  });

  it('removes control sequences from a server’s words', () => {
    const error = new CourseError('api_error', 'bad\x1b]0;t\x07 thing', 'go\x1b[2J on', {
      requestId: 'req\x1b[8m',
    });
    expect(renderError(error, plain(80))).toEqual([
      'Error: bad thing',
      '       api_error · request id req',
      'Next:  go on',
    ]);
  });
});
