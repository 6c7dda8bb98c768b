import { describe, expect, it } from 'vitest';
import { runText } from '../../src/terminal/practice.ts';

describe('What a check waits for', () => {
  it('names the run, and what the server does in it', () => {
    expect(runText('mine.mts', { number: 1, of: 2, scenario: 'the server stays down' })).toBe(
      'Running mine.mts · run 1 of 2: the server stays down',
    );
  });

  it('is the program alone where it runs once', () => {
    expect(runText('mine.mts', { number: 1, of: 1, scenario: 'all is well' })).toBe(
      'Running mine.mts',
    );
  });
});
