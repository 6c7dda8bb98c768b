import { describe, expect, it } from 'vitest';
import type { DemoDeclaration } from '../../src/course/lesson.ts';
import {
  askedBody,
  planDemo,
  type RequestSettings,
  replacesVariants,
} from '../../src/course/plan.ts';

const today = new Date('2026-11-20T12:00:00Z');
const onSandbox = { today, isSimulated: true, hasRegistryModels: true };
const onOpenAI = { today, isSimulated: false, hasRegistryModels: true };
const elsewhere = { today, isSimulated: false, hasRegistryModels: false };

const settingsWith = (changes: Partial<RequestSettings> = {}): RequestSettings => ({
  prompt: null,
  variants: [{}],
  maxOutputTokens: null,
  samples: null,
  stream: true,
  model: null,
  ...changes,
});

const run = async () => {};
const asks: DemoDeclaration = { file: 'a.ts', run, role: 'default', asksQuestion: true };
const doesNot: DemoDeclaration = { ...asks, asksQuestion: false };

const plan = (
  demo: DemoDeclaration,
  changes: Partial<RequestSettings> = {},
  circumstances: Parameters<typeof planDemo>[3] = onSandbox,
) => planDemo(demo, 'Why?', settingsWith(changes), circumstances);

describe('The plan of a demo', () => {
  it('is the lesson’s question to the model of its role', () => {
    expect(plan(asks)).toMatchObject([
      {
        model: 'gpt-4o-mini',
        question: 'Why?',
        variant: {},
        overrides: {},
        onSandboxBecause: null,
      },
    ]);
  });

  it('takes the learner’s question, parameters and limit when it asks the question', () => {
    const changes = {
      prompt: 'Who?',
      variants: [{ temperature: 0, instructions: 'Be brief.' }] as const,
      maxOutputTokens: 9,
    };
    expect(plan(asks, changes)).toMatchObject([
      {
        question: 'Who?',
        overrides: { temperature: 0, instructions: 'Be brief.', max_output_tokens: 9 },
      },
    ]);
    expect(plan(doesNot, changes)).toMatchObject([{ variant: {}, overrides: {} }]);
  });

  it('is a run for each variant, and one for variants that come to the same', () => {
    const variants = [{ temperature: 0 }, { temperature: 1 }, { temperature: 0 }] as const;
    expect(plan(asks, { variants }).map(({ variant }) => variant)).toEqual([
      { temperature: 0 },
      { temperature: 1 },
    ]);
    expect(plan(doesNot, { variants })).toHaveLength(1);
  });

  it('combines its own variants with the learner’s, who wins', () => {
    const demo = { ...asks, variants: [{ temperature: 0 }, { temperature: 1 }] };
    const own = plan(demo, { variants: [{ top_p: 0.5 }] });
    expect(own.map(({ variant }) => variant)).toEqual([
      { temperature: 0, top_p: 0.5 },
      { temperature: 1, top_p: 0.5 },
    ]);
    const learners = plan(demo, { variants: [{ temperature: 0.3 }] });
    expect(learners.map(({ variant }) => variant)).toEqual([{ temperature: 0.3 }]);
  });

  it.each([
    ['the variant’s', { variants: [{ model: 'a' }] as const, model: 'b' }, 'a'],
    ['that of OPENAI_MODEL', { model: 'b' }, 'b'],
    ['the role’s', {}, 'gpt-4o-mini'],
  ])('has as its model %s', (_, changes, model) => {
    expect(plan(asks, changes)).toMatchObject([{ model }]);
    expect(plan(doesNot, changes)).toMatchObject([{ model }]);
  });

  it('gives the effort of a role along, unless the learner has chosen the model', () => {
    const later = { ...onSandbox, today: new Date('2027-01-14') };
    expect(plan(asks, {}, later)).toMatchObject([
      { model: 'gpt-6-luna', overrides: { reasoning: { effort: 'none' } } },
    ]);
    expect(plan(asks, { model: 'gpt-6-luna' }, later)[0]?.overrides).toEqual({});
  });

  it('has no other model for embeddings than its role’s', () => {
    const demo: DemoDeclaration = { ...doesNot, role: 'embedding' };
    expect(plan(demo, { model: 'b', variants: [{ model: 'a' }] })).toMatchObject([
      { model: 'text-embedding-3-small' },
    ]);
  });

  it('without streams is of the demo that does without', () => {
    const unstreamed = { file: 'b.ts', run: async () => {} };
    const demo = { ...asks, unstreamed };
    expect(plan(demo)).toMatchObject([{ demo: { file: 'a.ts' } }]);
    const [without] = plan(demo, { stream: false });
    expect(without?.demo).toMatchObject(unstreamed);
  });
});

describe('A demo runs on a sandbox of its own', () => {
  const provokes: DemoDeclaration = { ...doesNot, onSandbox: { because: 'it provokes a failure' } };
  const special: DemoDeclaration = { ...asks, role: 'reasoning' };

  it.each([
    [
      'that provokes a failure, with every provider',
      provokes,
      {},
      onOpenAI,
      'it provokes a failure',
    ],
    [
      'of a special role, on somebody else’s server',
      special,
      {},
      elsewhere,
      'this step needs a special model, which only OpenAI is known to have',
    ],
    ['of a special role, on OpenAI’s: no', special, {}, onOpenAI, null],
    [
      'of a special role whose model the learner chose: no',
      special,
      { model: 'm' },
      elsewhere,
      null,
    ],
    ['of the default role, on somebody else’s server: no', asks, {}, elsewhere, null],
  ])('%s', (_, demo, changes, circumstances, because) => {
    const plans = plan(demo, changes, circumstances);
    expect(plans).toMatchObject([{ onSandboxBecause: because, isSimulated: because !== null }]);
  });

  it('with a model that the sandbox has, not the learner’s', () => {
    const changes = { model: 'llama3.2', variants: [{ model: 'qwen3' }] as const };
    expect(plan(provokes, changes, elsewhere)).toMatchObject([{ model: 'gpt-4o-mini' }]);
  });
});

describe('The question as a request', () => {
  it('is what a demo would send', () => {
    const settings = settingsWith({
      prompt: 'Who?',
      variants: [{ top_p: 0.1 }],
      maxOutputTokens: 5,
    });
    expect(askedBody('Why?', settings, onSandbox)).toEqual({
      model: 'gpt-4o-mini',
      input: 'Who?',
      top_p: 0.1,
      max_output_tokens: 5,
    });
  });
});

describe('The variants of a demo are replaced', () => {
  const demo = { ...asks, variants: [{ temperature: 0 }, { temperature: 1 }] };
  const replaced = (variants: RequestSettings['variants']) =>
    replacesVariants(demo, plan(demo, { variants }));

  it.each<[string, RequestSettings['variants'], boolean]>([
    ['not by nothing', [{}], false],
    ['not by another setting', [{ model: 'gpt-4o', top_p: 0.5 }], false],
    ['not by the same values', [{ temperature: 1 }, { temperature: 0 }, { temperature: 2 }], false],
    ['by one value', [{ temperature: 1.9 }], true],
    ['by one of their own', [{ temperature: 1 }], true],
  ])('%s', (_, variants, isReplaced) => {
    expect(replaced(variants)).toBe(isReplaced);
  });

  it('not where there are none', () => {
    expect(replacesVariants(asks, plan(asks, { variants: [{ temperature: 1 }] }))).toBe(false);
  });
});
