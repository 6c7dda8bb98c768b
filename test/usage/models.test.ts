import { describe, expect, it } from 'vitest';
import {
  acceptsTemperature,
  findModel,
  isShutDown,
  type Model,
  models,
  registryCheckedOn,
} from '../../src/usage/models.ts';

function model(id: string): Model {
  const found = findModel(id);
  if (!found) throw new Error(`${id} is not in the registry`);
  return found;
}

describe('the registry', () => {
  it('holds these models, with their context, longest output and shut-down date', () => {
    expect(
      models.map(({ id, contextWindow, maxOutputTokens, shutdown, replacement }) =>
        [id, contextWindow, maxOutputTokens, shutdown, replacement].join(' '),
      ),
    ).toEqual([
      'gpt-4o 128000 16384 2027-01-14 gpt-6-luna',
      'gpt-4o-mini 128000 16384 2027-01-14 gpt-6-luna',
      'gpt-4.1 1047576 32768 2027-01-14 gpt-6-luna',
      'gpt-4.1-mini 1047576 32768 2027-01-14 gpt-6-luna',
      'gpt-4.1-nano 1047576 32768 2026-10-23 gpt-6-luna',
      'o3 200000 100000 2026-12-11 gpt-6-sol',
      'o4-mini 200000 100000 2026-10-23 gpt-6-luna',
      'gpt-5 400000 128000 2026-12-11 gpt-6-sol',
      'gpt-5-mini 400000 128000 2026-12-11 gpt-6-luna',
      'gpt-5-nano 400000 128000 2026-12-11 gpt-6-luna',
      'gpt-5.1 400000 128000 2027-04-01 gpt-5.4',
      'gpt-5.2 400000 128000  ',
      'gpt-5.4 1050000 128000  ',
      'gpt-5.4-mini 400000 128000  ',
      'gpt-5.4-nano 400000 128000 2027-04-01 gpt-5.4-mini',
      'gpt-5.5 1050000 128000  ',
      'gpt-5.6-luna 1050000 128000  ',
      'gpt-5.6-terra 1050000 128000  ',
      'gpt-5.6-sol 1050000 128000  ',
      'gpt-6-luna 1050000 128000  ',
      'gpt-6-sol 1050000 128000  ',
      'gpt-6-astra 1050000 128000  ',
      'gpt-6.1-sol 1050000 128000  ',
      'gpt-6.1-terra 1050000 128000  ',
      'text-embedding-3-small 8192   ',
      'text-embedding-3-large 8192   ',
      'text-embedding-ada-002 8192   ',
    ]);
  });

  it('gives each name to one model only', () => {
    const names = models.flatMap(({ id, snapshot }) => [...new Set([id, snapshot])]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('replaces each retiring model by one of the same kind that has no date', () => {
    for (const retiring of models.filter(({ shutdown }) => shutdown !== null)) {
      expect(retiring.shutdown).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(findModel(retiring.replacement ?? '')).toMatchObject({
        kind: retiring.kind,
        shutdown: null,
      });
    }
  });

  it('was checked after every model in it came out', () => {
    for (const { created } of models) {
      expect(created * 1000).toBeLessThan(Date.parse(registryCheckedOn));
      expect(created % 86_400).toBe(0);
    }
  });

  it('says which embedding models give shorter vectors on request', () => {
    const shortening = models.filter((model) => model.kind === 'embedding' && model.shortens);
    expect(shortening.map(({ id }) => id)).toEqual([
      'text-embedding-3-small',
      'text-embedding-3-large',
    ]);
  });

  it('gives the length of the vectors of embedding models', () => {
    expect(model('text-embedding-3-small').dimensions).toBe(1536);
    expect(model('text-embedding-3-large').dimensions).toBe(3072);
    expect(model('gpt-4o-mini').dimensions).toBeNull();
  });

  it('says with which effort a model reasons when none is asked for', () => {
    const efforts = Object.fromEntries(models.map(({ id, defaultEffort }) => [id, defaultEffort]));
    expect(efforts).toMatchObject({
      'gpt-4o-mini': null,
      'gpt-5.4': 'none',
      'gpt-6-luna': 'medium',
    });
    for (const { reasoning, defaultEffort } of models)
      expect(defaultEffort !== null).toBe(reasoning);
  });
});

describe('findModel', () => {
  it.each([
    ['gpt-4o-mini', 'gpt-4o-mini'],
    ['gpt-4o-mini-2024-07-18', 'gpt-4o-mini'],
    ['gpt-4o-2024-08-06', 'gpt-4o'],
    ['gpt-5.4-mini-2026-03-17', 'gpt-5.4-mini'],
    ['gpt-5.6', 'gpt-5.6-sol'],
    ['text-embedding-3-small', 'text-embedding-3-small'],
  ])('finds %s', (name, id) => {
    expect(findModel(name)?.id).toBe(id);
  });

  it.each(['', 'gpt', 'gpt-6', 'GPT-4o', ' gpt-4o', 'gpt-4o-mini-1999-01-01', 'constructor'])(
    'does not know "%s"',
    (name) => {
      expect(findModel(name)).toBeUndefined();
    },
  );
});

describe('acceptsTemperature', () => {
  const efforts = [null, 'none', 'low', 'medium'];

  it.each([
    ['gpt-4o', [true, true, true, true]],
    ['gpt-4o-mini', [true, true, true, true]],
    ['gpt-4.1', [true, true, true, true]],
    ['gpt-4.1-mini', [true, true, true, true]],
    ['gpt-4.1-nano', [true, true, true, true]],
    ['o3', [false, false, false, false]],
    ['o4-mini', [false, false, false, false]],
    ['gpt-5', [false, false, false, false]],
    ['gpt-5-mini', [false, false, false, false]],
    ['gpt-5-nano', [false, false, false, false]],
    ['gpt-5.1', [true, true, false, false]],
    ['gpt-5.2', [true, true, false, false]],
    ['gpt-5.4', [true, true, false, false]],
    ['gpt-5.4-mini', [true, true, false, false]],
    ['gpt-5.4-nano', [true, true, false, false]],
    ['gpt-5.5', [false, true, false, false]],
    ['gpt-5.6-luna', [false, true, false, false]],
    ['gpt-5.6-terra', [false, true, false, false]],
    ['gpt-5.6-sol', [false, true, false, false]],
    ['gpt-6-luna', [false, true, false, false]],
    ['gpt-6-sol', [false, true, false, false]],
    ['gpt-6-astra', [false, false, false, false]],
    ['gpt-6.1-sol', [false, false, false, false]],
    ['gpt-6.1-terra', [false, true, false, false]],
  ])('of %s, with no effort, none, low and medium: %j', (id, accepted) => {
    expect(efforts.map((effort) => acceptsTemperature(model(id), effort))).toEqual(accepted);
  });
});

describe('isShutDown', () => {
  it('turns at midnight UTC of the date, for every model that has one', () => {
    for (const retiring of models) {
      if (retiring.shutdown === null) continue;
      const midnight = Date.parse(`${retiring.shutdown}T00:00:00Z`);
      expect(isShutDown(retiring, new Date(midnight - 1))).toBe(false);
      expect(isShutDown(retiring, new Date(midnight))).toBe(true);
    }
  });

  it('never comes for a model without a date', () => {
    expect(isShutDown(model('gpt-6-luna'), new Date('2099-01-01'))).toBe(false);
  });
});
