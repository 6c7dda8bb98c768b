import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/client/exchange.ts';
import type { Compared } from '../../src/compare/compare.ts';
import type { Sample } from '../../src/compare/sample.ts';
import { countDistinct, meanSimilarity } from '../../src/compare/similarity.ts';
import type { Variant } from '../../src/compare/variant.ts';
import { CourseError } from '../../src/errors.ts';
import { renderComparison } from '../../src/terminal/comparison.ts';
import { answeredWith, attempt, exchangeWith } from '../helpers/exchange.ts';
import { colored, plain } from './capture.ts';

const sampled = (text: string, changes: Partial<Exchange> = {}): Sample => ({
  exchanges: [answeredWith(text, changes)],
  printed: `${text}\n`,
  failure: null,
});

const refusal = new CourseError('bad_request', 'The API refused the request.', 'Leave it out.', {
  status: 400,
  call: {
    apiCode: null,
    serverMessage: "Unsupported parameter: 'temperature'",
    retryHelps: false,
    retry: '',
  },
});
const refused: Sample = {
  exchanges: [exchangeWith({ status: 'failed', attempts: [{ ...attempt, status: 400 }] })],
  printed: '',
  failure: refusal,
};

function compared(variant: Variant, ...samples: Sample[]): Compared<{ variant: Variant }> {
  const texts = samples
    .filter(({ failure }) => failure === null)
    .map(({ exchanges }) => exchanges[0]?.outputText ?? '');
  return {
    plan: { variant },
    samples,
    distinct: countDistinct(texts),
    meanSimilarity: meanSimilarity(texts),
    refused: texts.length === 0 ? refusal : null,
  };
}

describe('Answers side by side', () => {
  it('stand in columns with their length, tokens, cost and time, above a table of the variants', () => {
    const variants = [
      compared({ temperature: 0 }, sampled('Clear and blue.')),
      compared({ temperature: 1 }, sampled('Blue, mostly.', { status: 'incomplete' })),
    ];
    expect(renderComparison(variants, plain(100))).toEqual([
      '',
      'temperature 0                                      temperature 1',
      'Clear and blue.                                    Blue, mostly.',
      'completed · 3 words · 5 tokens · $0.0000045 ·      incomplete · 2 words · 5 tokens · $0.0000045 ·',
      '400 ms                                             400 ms',
      '',
      'variant        tokens out        cost  median time',
      'temperature 0           5  $0.0000045       400 ms',
      'temperature 1           5  $0.0000045       400 ms',
    ]);
  });

  it('mark the words in which a sample differs from the first: in colour, or between asterisks', () => {
    const [first, second] = [sampled('The sky is blue.'), sampled('The sea is blue.')];
    const variants = [compared({ temperature: 1 }, first, second)];
    const text = renderComparison(variants, plain(90)).join('\n');
    expect(text).toContain('The *sea* is blue.');
    expect(text).toContain('2 of 2        75 %');
    expect(text).toContain('similarity: the share of words');
    expect(renderComparison(variants, colored(90)).join('\n')).not.toContain('*sea*');
  });

  it('give a refused variant a place of its own, with the reason', () => {
    const variants = [
      compared({ temperature: 0 }, sampled('Blue.')),
      compared({ temperature: 2 }, refused),
    ];
    const text = renderComparison(variants, plain(120)).join('\n');
    expect(text).toContain("Unsupported parameter: 'temperature'");
    expect(text).toMatch(/temperature 2\s+refused\s+0\s+\$0 /);
  });

  it('add up the calls of a demo that makes several, and say how often one was tried', () => {
    const [first, second] = [
      answeredWith('One.', { attempts: [{ ...attempt, status: 429 }, attempt] }),
      answeredWith('Two.', { timing: { startedAt: 300, firstTokenMs: null, totalMs: 400 } }),
    ];
    const sample = { exchanges: [first, second], printed: 'One. Two.', failure: null };
    const text = renderComparison([compared({}, sample)], plain(120)).join('\n');
    expect(text).toContain('One. Two.');
    expect(text).toContain(
      'completed · 2 calls · 3 attempts · 1 word · 10 tokens · $0.000009 · 700 ms',
    );
  });

  it('leave open what a call cost that nobody told the tokens of', () => {
    const cut = { exchanges: [exchangeWith({ status: 'failed' })], printed: '', failure: null };
    const text = renderComparison([compared({}, cut, sampled('Blue.'))], plain(120)).join('\n');
    expect(text).toMatch(/2 of 2 +\d+ % +– +– +201 ms/);
  });

  it('take control sequences out of what a model wrote', () => {
    const lines = renderComparison([compared({}, sampled('\x1b[31mred\x07'))], plain(80));
    expect(lines.join('\n')).not.toMatch(/[\x1b\x07]/);
  });
});
