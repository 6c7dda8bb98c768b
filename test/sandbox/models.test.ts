import { describe, expect, it } from 'vitest';
import { get, testSandbox } from './sandbox-under-test.ts';

const on = (day: string) => testSandbox({ today: () => new Date(`${day}T00:00:00Z`) });

describe('GET /v1/models', () => {
  it('lists the models that are live on that day', async () => {
    const ids = async (day: string) => {
      const { body } = await get(await on(day), '/v1/models');
      return (body.data as { id: string }[]).map(({ id }) => id);
    };
    expect(await ids('2027-01-13')).toContain('gpt-4o-mini');
    expect(await ids('2027-01-14')).not.toContain('gpt-4o-mini');
    expect(await ids('2027-01-14')).toContain('text-embedding-3-small');
  });

  it('gives one by its id, with the day it shuts down', async () => {
    const { body } = await get(await on('2026-11-20'), '/v1/models/gpt-4o-mini');
    expect(body).toEqual({
      id: 'gpt-4o-mini',
      object: 'model',
      created: Date.UTC(2024, 6, 18) / 1000,
      owned_by: 'system',
      shutdown_date: '2027-01-14',
    });
    const kept = await get(await on('2026-11-20'), '/v1/models/gpt-6-luna');
    expect(kept.body.shutdown_date).toBeNull();
  });

  it.each([
    {
      id: 'gpt-nope',
      message: 'The model `gpt-nope` does not exist or you do not have access to it.',
    },
    {
      id: 'o4-mini',
      message:
        'The model `o4-mini` has been deprecated, learn more here: https://platform.openai.com/docs/deprecations',
    },
  ])('has no $id', async ({ id, message }) => {
    const { status, body } = await get(await on('2026-11-20'), `/v1/models/${id}`);
    expect(status).toBe(404);
    expect(body).toEqual({
      error: { message, type: 'invalid_request_error', param: null, code: 'model_not_found' },
    });
  });
});
