import { describe, expect, it } from 'vitest';
import { acceptsTemperature, findModel, models } from '../../src/usage/models.ts';
import { modelForRole, roleNames, shutdownNotice } from '../../src/usage/roles.ts';

const lastMoment = new Date('2027-01-13T23:59:59.999Z');
const firstMoment = new Date('2027-01-14T00:00:00.000Z');

describe('modelForRole', () => {
  function allRoles(today: Date) {
    return Object.fromEntries(
      roleNames.map((role) => {
        const { model, reasoningEffort } = modelForRole(role, today);
        return [role, [model.id, reasoningEffort]];
      }),
    );
  }

  it('takes gpt-4o-mini up to the last moment before its shut-down date', () => {
    expect(allRoles(lastMoment)).toEqual({
      default: ['gpt-4o-mini', null],
      temperature: ['gpt-4o-mini', null],
      small: ['gpt-6-luna', null],
      large: ['gpt-6-sol', null],
      reasoning: ['gpt-6-luna', null],
      embedding: ['text-embedding-3-small', null],
    });
  });

  it('takes what follows gpt-4o-mini from midnight UTC of its shut-down date on', () => {
    expect(allRoles(firstMoment)).toEqual({
      default: ['gpt-6-luna', 'none'],
      temperature: ['gpt-5.4-mini', null],
      small: ['gpt-6-luna', null],
      large: ['gpt-6-sol', null],
      reasoning: ['gpt-6-luna', null],
      embedding: ['text-embedding-3-small', null],
    });
  });

  it.each([lastMoment, firstMoment])('keeps what the roles promise on %s', (today) => {
    const temperature = modelForRole('temperature', today);
    expect(acceptsTemperature(temperature.model, temperature.reasoningEffort)).toBe(true);
    const reasoning = modelForRole('reasoning', today);
    expect(acceptsTemperature(reasoning.model, reasoning.reasoningEffort)).toBe(false);
    expect(reasoning.model.reasoning).toBe(true);
    expect(modelForRole('embedding', today).model.kind).toBe('embedding');
  });
});

describe('shutdownNotice', () => {
  function notice(id: string, today: string): string | null | undefined {
    const model = findModel(id);
    return model && shutdownNotice(model, new Date(today));
  }

  it.each([
    ['2026-10-15T23:59:59.999Z', null],
    [
      '2026-10-16T00:00:00Z',
      'gpt-4o-mini shuts down on 2027-01-14, in 90 days: use gpt-6-luna instead.',
    ],
    [
      '2026-11-20T18:00:00Z',
      'gpt-4o-mini shuts down on 2027-01-14, in 55 days: use gpt-6-luna instead.',
    ],
    [
      '2027-01-13T00:00:00Z',
      'gpt-4o-mini shuts down on 2027-01-14, in 1 day: use gpt-6-luna instead.',
    ],
    [
      '2027-01-13T23:59:59.999Z',
      'gpt-4o-mini shuts down on 2027-01-14, in 1 day: use gpt-6-luna instead.',
    ],
    [
      '2027-01-14T00:00:00Z',
      'gpt-4o-mini was announced to shut down on 2027-01-14, which has passed: use gpt-6-luna instead.',
    ],
    [
      '2028-06-01T12:00:00Z',
      'gpt-4o-mini was announced to shut down on 2027-01-14, which has passed: use gpt-6-luna instead.',
    ],
  ])('of gpt-4o-mini at %s: %s', (today, line) => {
    expect(notice('gpt-4o-mini', today)).toBe(line);
  });

  it('turns on both sides of every date in the registry', () => {
    for (const model of models) {
      if (model.shutdown === null) continue;
      const off = Date.parse(model.shutdown);
      const day = 86_400_000;
      const at = (time: number) => shutdownNotice(model, new Date(time));
      expect(at(off - 90 * day - 1)).toBeNull();
      expect(at(off - 90 * day)).toContain(
        `${model.id} shuts down on ${model.shutdown}, in 90 days`,
      );
      expect(at(off - 1)).toContain(`in 1 day: use ${model.replacement} instead.`);
      expect(at(off)).toContain(`which has passed: use ${model.replacement} instead.`);
    }
  });

  it('is null for a model without a date', () => {
    expect(notice('gpt-6-luna', '2026-11-20')).toBeNull();
  });
});
