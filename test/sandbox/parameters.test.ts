import { describe, expect, it } from 'vitest';
import { create, get, type Json, streamEvents, testSandbox } from './sandbox-under-test.ts';

const recent = 'gpt-6-luna';

/** Every parameter that only comes back; what others do has tests of its own. */
const echoed = [
  { asked: {}, shown: { service_tier: 'default', max_tool_calls: null, safety_identifier: null } },
  { asked: { service_tier: 'auto' }, shown: { service_tier: 'default' } },
  { asked: { service_tier: 'flex' }, shown: { service_tier: 'flex' } },
  { asked: { service_tier: 'fast' }, shown: { service_tier: 'priority' } },
  { asked: { max_tool_calls: 3 }, shown: { max_tool_calls: 3 } },
  { asked: { safety_identifier: 'u'.repeat(64) }, shown: { safety_identifier: 'u'.repeat(64) } },
  { asked: { metadata: { team: 'a' } }, shown: { metadata: { team: 'a' } } },
  { asked: { prompt_cache_key: 'k' }, shown: { prompt_cache_key: 'k' } },
  { asked: { prompt_cache_retention: '24h' }, shown: { prompt_cache_retention: '24h' } },
  { asked: { truncation: 'auto' }, shown: { truncation: 'auto' } },
  { asked: { background: null, store: null }, shown: { background: false, store: true } },
  {
    asked: { model: recent, reasoning: { context: 'all_turns' } },
    shown: { reasoning: expect.objectContaining({ context: 'all_turns' }) },
  },
  {
    asked: { model: 'gpt-5.6-luna', reasoning: { context: 'auto' } },
    shown: { reasoning: expect.objectContaining({ context: 'all_turns' }) },
  },
  {
    asked: { include: ['reasoning.encrypted_content'], context_management: null },
    shown: { status: 'completed' },
  },
];

const refused = [
  { asked: { service_tier: 'cheap' }, param: 'service_tier', code: 'invalid_value' },
  { asked: { max_tool_calls: 0 }, param: 'max_tool_calls', code: 'integer_below_min_value' },
  {
    asked: { safety_identifier: 'u'.repeat(65) },
    param: 'safety_identifier',
    code: 'string_above_max_length',
  },
  { asked: { include: ['all'] }, param: 'include[0]', code: 'invalid_value' },
  { asked: { background: 'yes' }, param: 'background', code: 'invalid_type' },
  { asked: { truncation: 'oldest' }, param: 'truncation', code: 'invalid_value' },
  { asked: { reasoning: { summary: 'long' } }, param: 'reasoning.summary', code: 'invalid_value' },
  { asked: { generate: false }, param: 'generate', code: 'unknown_parameter' },
];

describe('A parameter', () => {
  it.each(echoed)('comes back as it was applied: $asked', async ({ asked, shown }) => {
    expect((await create(await testSandbox(), asked)).body).toMatchObject(shown);
  });

  it.each(refused)('is refused when it makes no sense: $asked', async ({ asked, param, code }) => {
    const { status, body } = await create(await testSandbox(), asked);
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { type: 'invalid_request_error', param, code } });
  });

  it('shows the tier that was asked for until the tier that was used is known', async () => {
    const events = await streamEvents(await testSandbox(), { service_tier: 'auto' });
    expect(events[0]).toMatchObject({ response: { service_tier: 'auto' } });
    expect(events.at(-1)).toMatchObject({ response: { service_tier: 'default' } });
  });
});

describe('The phase of a message', () => {
  const input = [
    { role: 'user', content: 'Count.' },
    { role: 'assistant', content: 'Let me see.', phase: 'commentary' },
    { role: 'assistant', content: 'One.', phase: 'final_answer' },
    { role: 'assistant', content: 'Two.', phase: null },
    { role: 'user', content: 'Go on.' },
  ];

  it('is kept in the input', async () => {
    const sandbox = await testSandbox();
    const { body } = await create(sandbox, { input });
    const items = (await get(sandbox, `/v1/responses/${body.id}/input_items?order=asc`)).body;
    expect((items.data as Json[]).map(({ phase }) => phase)).toEqual([
      undefined,
      'commentary',
      'final_answer',
      undefined,
      undefined,
    ]);
  });

  it('is one of two', async () => {
    const wrong = [{ role: 'assistant', content: 'One.', phase: 'draft' }];
    const { status, body } = await create(await testSandbox(), { input: wrong });
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { param: 'input[0].phase', code: 'invalid_value' } });
  });
});
