import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampler } from '../../../src/sandbox/standin/sampling.ts';
import { ask, seeded, variety } from './ask.ts';

const choices = ['a', 'b', 'c', 'd', 'e'] as const;

/** How often each choice is drawn, of 4000 draws. */
function shares(temperature: number, topP = 1): readonly number[] {
  const draw = sampler({ temperature, topP, random: seeded(5) });
  const drawn = Array.from({ length: 4000 }, () => draw(choices));
  return choices.map((choice) => drawn.filter((each) => each === choice).length / drawn.length);
}

describe('a sampler', () => {
  it('takes the likeliest at temperature 0 and does not call random', () => {
    const random = () => {
      throw new Error('called');
    };
    expect(sampler({ temperature: 0, topP: 1, random })(choices)).toBe('a');
  });

  it('draws by softmax of logits that fall with the place', () => {
    // Weights (place + 1) ** -0.8, over their sum.
    const weights = [1, 2, 3, 4, 5].map((rank) => rank ** -0.8);
    const total = weights.reduce((a, b) => a + b, 0);
    shares(1).forEach((share, at) => {
      expect(share).toBeCloseTo((weights[at] ?? 0) / total, 1);
    });
  });

  it('divides the logits by the temperature', () => {
    const likeliest = [0.2, 0.7, 1, 1.5, 2].map((temperature) => shares(temperature)[0] ?? 0);
    expect(likeliest).toEqual([...likeliest].sort((a, b) => b - a));
    expect(likeliest[0]).toBeGreaterThan(0.85);
    expect(likeliest.at(-1)).toBeLessThan(0.35);
  });

  it('keeps the fewest alternatives that together reach top_p', () => {
    expect(shares(1, 0.1)).toEqual([1, 0, 0, 0, 0]);
    expect(shares(1, 0).slice(1)).toEqual([0, 0, 0, 0]);
    // 0.41 + 0.23 reach 0.6, and 0.41 alone does not.
    expect(shares(1, 0.6).map((share) => share > 0)).toEqual([true, true, false, false, false]);
    expect(shares(1, 1).every((share) => share > 0)).toBe(true);
  });

  it('always gives one of the alternatives', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 2 }),
        fc.double({ min: 0, max: 1 }),
        fc.double({ min: 0, max: 1, maxExcluded: true }),
        (temperature, topP, chance) => {
          const draw = sampler({ temperature, topP, random: () => chance });
          expect(choices).toContain(draw(choices));
        },
      ),
      { seed: 42 },
    );
  });
});

describe('answers', () => {
  const questions = [
    'What is an API?',
    'What is a token? Answer in one sentence.',
    'Suggest a name for a coffee shop',
  ];

  it.each(questions)('are the same each time at temperature 0: %s', (question) => {
    expect(variety(question, { temperature: 0, draws: 20 })).toBe(1);
  });

  it('grow in variety with temperature', () => {
    const temperatures = [0.2, 0.7, 1, 1.5, 2];
    const distinct = temperatures.map((temperature) =>
      [
        'What is an API? In one sentence, please.',
        'Suggest a name for a coffee shop',
        'Tell me a joke about databases',
      ]
        .map((question) => variety(question, { temperature, draws: 200 }))
        .reduce((a, b) => a + b, 0),
    );
    for (const [at, count] of distinct.entries()) {
      expect(count).toBeGreaterThan(distinct[at - 1] ?? 0);
    }
  });

  it.each(questions)('are few with top_p 0.1, and more with 0.9: %s', (question) => {
    const narrow = variety(question, { temperature: 1, topP: 0.1, draws: 100 });
    expect(narrow).toBe(1);
    expect(variety(question, { temperature: 1, topP: 0.9, draws: 100 })).toBeGreaterThan(20);
  });

  it.each([
    'API',
    'token',
    'temperature',
    'streaming',
    'Responses API',
    'context window',
    'rate limit',
  ])(
    'are three distinct ones at temperature 1, 97 times in 100, even in one sentence: %s',
    (name) => {
      const random = seeded(21);
      const question = `What is ${name}? Answer in one sentence.`;
      const rounds = Array.from(
        { length: 100 },
        () => new Set([1, 2, 3].map(() => ask(question, { temperature: 1, random }))).size,
      );
      expect(rounds.filter((distinct) => distinct === 3).length).toBeGreaterThanOrEqual(97);
    },
  );

  it('are the same for the same random numbers', () => {
    const once = () => ask('What is streaming?', { temperature: 1, random: seeded(9) });
    expect(once()).toBe(once());
  });
});
