import { describe, expect, it } from 'vitest';
import type { StandinRequest } from '../../src/sandbox/standin/standin.ts';
import {
  create,
  get,
  type Json,
  noon,
  post,
  simulatedClock,
  testSandbox,
} from './sandbox-under-test.ts';

/** Remembers what it was asked and says how much that was. */
function attentive() {
  const asked: StandinRequest[] = [];
  const answer = (request: StandinRequest) => {
    asked.push(request);
    return `I heard ${request.turns.length} messages.`;
  };
  return { asked, answer };
}

const textOf = (body: Json) => {
  const output = body.output as { content?: { text: string }[] }[];
  return output
    .flatMap((item) => item.content ?? [])
    .map(({ text }) => text)
    .join('');
};

describe('A plain response', () => {
  it('is the recorded object, key for key in the recorded order', async () => {
    const { status, body } = await create(await testSandbox(), { max_output_tokens: 32 });
    expect(status).toBe(200);
    const seconds = noon / 1000;
    const id = expect.stringMatching(/^resp_[0-9a-f]{16}00[0-9a-f]{32}$/);
    const expected = {
      id,
      object: 'response',
      created_at: seconds,
      status: 'completed',
      background: false,
      completed_at: seconds,
      error: null,
      frequency_penalty: 0,
      incomplete_details: null,
      instructions: null,
      max_output_tokens: 32,
      max_tool_calls: null,
      model: 'gpt-4o-mini-2024-07-18',
      moderation: null,
      output: [
        {
          id: expect.stringMatching(/^msg_[0-9a-f]{16}00[0-9a-f]{32}$/),
          type: 'message',
          status: 'completed',
          content: [{ type: 'output_text', annotations: [], logprobs: [], text: 'Hello there.' }],
          role: 'assistant',
        },
      ],
      parallel_tool_calls: true,
      presence_penalty: 0,
      previous_response_id: null,
      prompt_cache_key: null,
      prompt_cache_retention: 'in_memory',
      reasoning: { context: null, effort: null, summary: null },
      safety_identifier: null,
      service_tier: 'default',
      store: true,
      temperature: 1,
      text: { format: { type: 'text' }, verbosity: 'medium' },
      tool_choice: 'auto',
      tool_usage: {
        image_gen: {
          input_tokens: 0,
          input_tokens_details: { image_tokens: 0, text_tokens: 0 },
          output_tokens: 0,
          output_tokens_details: { image_tokens: 0, text_tokens: 0 },
          total_tokens: 0,
        },
        web_search: { num_requests: 0 },
      },
      tools: [],
      top_logprobs: 0,
      top_p: 1,
      truncation: 'disabled',
      usage: {
        input_tokens: 8,
        input_tokens_details: { cache_write_tokens: 0, cached_tokens: 0 },
        output_tokens: 4,
        output_tokens_details: { reasoning_tokens: 0 },
        total_tokens: 12,
      },
      user: null,
      metadata: {},
    };
    expect(body).toEqual(expected);
    expect(Object.keys(body)).toEqual(Object.keys(expected));
    const [message] = body.output as object[];
    expect(Object.keys(message ?? {})).toEqual(['id', 'type', 'status', 'content', 'role']);
  });

  it('has ids of one family, with the time inside', async () => {
    const { body } = await create(await testSandbox());
    const [message] = body.output as { id: string }[];
    const [response, item] = [String(body.id).slice(5), message?.id.slice(4)];
    expect(item?.slice(0, 26)).toBe(response.slice(0, 26));
    expect(item).not.toBe(response);
    expect(Number.parseInt(response.slice(18, 26), 16)).toBe(body.created_at);
  });

  it('echoes what was asked for', async () => {
    const asked = {
      instructions: 'Be brief.',
      metadata: { lesson: '01' },
      temperature: 0.5,
      top_p: 0.9,
      store: false,
      user: 'ada',
      service_tier: 'fast',
    };
    const { body } = await create(await testSandbox(), asked);
    expect(body).toMatchObject({ ...asked, service_tier: 'priority' });
  });

  it('carries the headers of the API, and one that says it is simulated', async () => {
    const { headers } = await create(await testSandbox());
    expect(Object.fromEntries(headers)).toEqual({
      'content-type': 'application/json',
      'openai-organization': 'org-sandbox',
      'openai-processing-ms': '0',
      'openai-project': 'proj_sandbox',
      'openai-version': '2020-10-01',
      'x-course-sandbox': 'simulated',
      'x-ratelimit-limit-requests': '30000',
      'x-ratelimit-limit-tokens': '150000000',
      'x-ratelimit-remaining-requests': '29999',
      'x-ratelimit-remaining-tokens': '149999871',
      'x-ratelimit-reset-requests': '2ms',
      'x-ratelimit-reset-tokens': '0s',
      'x-request-id': expect.stringMatching(/^req_[0-9a-f]{32}$/),
    });
  });
});

describe('Tokens are counted as the API counts them:', () => {
  it.each([
    { input: 'hi', expected: 8 },
    { input: 'Say hi in three words.', expected: 13 },
    { input: 'My favourite colour is teal. Reply OK.', expected: 16 },
  ])('"$input" is $expected (recorded with gpt-4o-mini)', async ({ input, expected }) => {
    const sandbox = await testSandbox();
    const { body } = await create(sandbox, { input });
    expect((body.usage as Json).input_tokens).toBe(expected);
    const counted = await post(sandbox, '/v1/responses/input_tokens', {
      model: 'gpt-4o-mini',
      input,
    });
    expect(counted.body).toEqual({ object: 'response.input_tokens', input_tokens: expected });
  });

  const words = (count: number) => Array.from({ length: count }, () => ' word').join('');

  it('an answer has one token more than is visible', async () => {
    const answer = () => words(15);
    const { body } = await create(await testSandbox({ answer }), { max_output_tokens: 16 });
    expect(body).toMatchObject({ status: 'completed', usage: { output_tokens: 16 } });
  });

  it('an answer cut by max_output_tokens has exactly that many, and says so', async () => {
    const answer = () => words(16);
    const { body } = await create(await testSandbox({ answer }), { max_output_tokens: 16 });
    expect(body).toMatchObject({
      status: 'incomplete',
      incomplete_details: { reason: 'max_output_tokens' },
      completed_at: null,
      output: [{ status: 'incomplete' }],
      usage: { output_tokens: 16 },
    });
    expect(textOf(body)).toBe(words(16));
  });

  it('a cut never falls inside a character', async () => {
    const answer = () => '🙃'.repeat(40);
    const { body } = await create(await testSandbox({ answer }), { max_output_tokens: 17 });
    expect(textOf(body)).toMatch(/^(🙃)+$/u);
  });
});

describe('A model that reasons', () => {
  it('shows a reasoning item first and counts its tokens as output', async () => {
    const { body } = await create(await testSandbox(), { model: 'gpt-6-luna' });
    const { output, usage } = body as unknown as {
      output: Json[];
      usage: { output_tokens: number; output_tokens_details: { reasoning_tokens: number } };
    };
    expect(output).toEqual([
      {
        id: expect.stringMatching(/^rs_/),
        type: 'reasoning',
        encrypted_content: expect.stringMatching(/^gAAAAA[\w-]+$/),
        summary: [],
      },
      expect.objectContaining({ type: 'message', phase: 'final_answer' }),
    ]);
    const reasoning = usage.output_tokens_details.reasoning_tokens;
    expect(reasoning).toBeGreaterThan(0);
    expect(reasoning % 64).toBe(0);
    expect(usage.output_tokens).toBe(reasoning + 4);
    expect(body).toMatchObject({
      reasoning: { context: 'current_turn', effort: 'medium', mode: 'standard', summary: null },
      prompt_cache_retention: '24h',
      top_p: 0.98,
    });
  });

  it('does not with effort none', async () => {
    const asked = { model: 'gpt-6-luna', reasoning: { effort: 'none' }, temperature: 0 };
    const { body } = await create(await testSandbox(), asked);
    expect(body).toMatchObject({
      output: [{ type: 'message' }],
      usage: { output_tokens: 4, output_tokens_details: { reasoning_tokens: 0 } },
    });
  });

  it('says nothing when the cap is used up before the first word', async () => {
    const asked = { model: 'gpt-6-luna', max_output_tokens: 64 };
    const { body } = await create(await testSandbox(), asked);
    expect(body).toMatchObject({
      status: 'incomplete',
      output: [{ type: 'reasoning' }],
      usage: { output_tokens: 64, output_tokens_details: { reasoning_tokens: 64 } },
    });
  });
});

describe('A conversation', () => {
  it('goes on from a stored response, which is billed again as input', async () => {
    const { asked, answer } = attentive();
    const sandbox = await testSandbox({ answer });
    const first = await create(sandbox, { input: 'My name is Ada.' });
    const second = await create(sandbox, {
      input: 'Who am I?',
      previous_response_id: first.body.id,
    });
    expect(asked[1]?.turns).toEqual([
      { role: 'user', text: 'My name is Ada.' },
      { role: 'assistant', text: 'I heard 1 messages.' },
      { role: 'user', text: 'Who am I?' },
    ]);
    expect(second.body.previous_response_id).toBe(first.body.id);
    const tokens = (body: Json) => (body.usage as { input_tokens: number }).input_tokens;
    expect(tokens(second.body)).toBeGreaterThan(tokens(first.body) + 8);
  });

  it('does not inherit instructions', async () => {
    const { asked, answer } = attentive();
    const sandbox = await testSandbox({ answer });
    const first = await create(sandbox, { instructions: 'Talk like a pirate.' });
    await create(sandbox, { previous_response_id: first.body.id });
    expect(asked[0]?.turns[0]).toEqual({ role: 'developer', text: 'Talk like a pirate.' });
    expect(asked[1]?.turns.map(({ role }) => role)).toEqual(['user', 'assistant', 'user']);
  });

  it('can be sent whole instead, output items of earlier answers included', async () => {
    const { asked, answer } = attentive();
    const sandbox = await testSandbox({ answer });
    const first = await create(sandbox, { model: 'gpt-6-luna' });
    const input = [
      { role: 'system', content: 'Be kind.' },
      { role: 'user', content: [{ type: 'input_text', text: 'hi' }] },
      ...(first.body.output as Json[]),
      { type: 'message', role: 'user', content: 'And now?' },
    ];
    await create(sandbox, { model: 'gpt-6-luna', input });
    expect(asked[1]?.turns).toEqual([
      { role: 'system', text: 'Be kind.' },
      { role: 'user', text: 'hi' },
      { role: 'assistant', text: 'I heard 1 messages.' },
      { role: 'user', text: 'And now?' },
    ]);
  });

  it('cannot go on from a response that was not stored or was deleted', async () => {
    const sandbox = await testSandbox();
    const unstored = await create(sandbox, { store: false });
    const deleted = await create(sandbox);
    await get(sandbox, `/v1/responses/${deleted.body.id}`, 'DELETE');
    for (const { body } of [unstored, deleted]) {
      const next = await create(sandbox, { previous_response_id: body.id });
      expect(next.status).toBe(400);
      expect(next.body).toMatchObject({ error: { code: 'previous_response_not_found' } });
    }
  });
});

describe('The stand-in', () => {
  it('is given the sampling of the request', async () => {
    const { asked, answer } = attentive();
    const sandbox = await testSandbox({ answer });
    await create(sandbox, { temperature: 0.3, top_p: 0.2 });
    await create(sandbox);
    expect(asked).toMatchObject([
      { temperature: 0.3, topP: 0.2 },
      { temperature: 1, topP: 1 },
    ]);
  });

  const drawing = ({ random }: StandinRequest) => `${random()}`;
  const draws = async (seed: number, questions: readonly string[]) => {
    const sandbox = await testSandbox({ seed, answer: drawing });
    const answers = questions.map((input) => create(sandbox, { input }));
    return new Map(
      (await Promise.all(answers)).map(({ body }, index) => [questions[index], textOf(body)]),
    );
  };

  it('draws the same for the same seed, whatever the order of arrival', async () => {
    const there = await draws(7, ['a', 'b', 'c']);
    const back = await draws(7, ['c', 'b', 'a']);
    for (const question of ['a', 'b', 'c']) expect(back.get(question)).toBe(there.get(question));
    expect((await draws(8, ['a'])).get('a')).not.toBe(there.get('a'));
  });

  it('draws anew when the same is asked again', async () => {
    const sandbox = await testSandbox({ answer: drawing });
    const answers = [await create(sandbox), await create(sandbox)];
    expect(new Set(answers.map(({ body }) => textOf(body))).size).toBe(2);
  });

  it('draws the same in the second turn of a conversation at another time of day', async () => {
    const secondTurn = async (now: number) => {
      const sandbox = await testSandbox({ answer: drawing, clock: simulatedClock(now) });
      const first = await create(sandbox);
      return textOf((await create(sandbox, { previous_response_id: first.body.id })).body);
    };
    expect(await secondTurn(noon)).toBe(await secondTurn(noon + 5_000_000));
  });
});

describe('A stored response', () => {
  it('can be fetched as it was given, and deleted once', async () => {
    const sandbox = await testSandbox();
    const { body } = await create(sandbox);
    const path = `/v1/responses/${body.id}`;
    expect((await get(sandbox, path)).body).toEqual(body);
    expect((await get(sandbox, path, 'DELETE')).body).toEqual({
      id: body.id,
      object: 'response',
      deleted: true,
    });
    for (const method of ['GET', 'DELETE']) {
      const gone = await get(sandbox, path, method);
      expect(gone.status).toBe(404);
      expect(gone.body).toEqual({
        error: {
          message: `Response with id '${body.id}' not found.`,
          type: 'invalid_request_error',
          param: null,
          code: null,
        },
      });
    }
  });

  it('is not there with store: false', async () => {
    const sandbox = await testSandbox();
    const { body } = await create(sandbox, { store: false });
    expect((await get(sandbox, `/v1/responses/${body.id}`)).status).toBe(404);
  });
});

describe('Input items', () => {
  const conversation = async () => {
    const sandbox = await testSandbox();
    const input = ['one', 'two', 'three', 'four', 'five'].map((content) => ({
      role: 'user',
      content,
    }));
    const { body } = await create(sandbox, { input });
    return { sandbox, path: `/v1/responses/${body.id}/input_items` };
  };
  type Page = { data: { id: string; content: { text: string }[] }[] };
  const texts = (body: Json) =>
    (body as unknown as Page).data.map(({ content }) => content[0]?.text);

  it('are listed newest first', async () => {
    const { sandbox, path } = await conversation();
    const { body } = await get(sandbox, path);
    expect(texts(body)).toEqual(['five', 'four', 'three', 'two', 'one']);
    expect(body).toMatchObject({ object: 'list', has_more: false });
    expect((body as unknown as Page).data[0]).toEqual({
      id: expect.stringMatching(/^msg_[0-9a-f]{50}$/),
      type: 'message',
      status: 'completed',
      content: [{ type: 'input_text', text: 'five' }],
      role: 'user',
    });
  });

  it('come in pages', async () => {
    const { sandbox, path } = await conversation();
    const first = (await get(sandbox, `${path}?limit=2&order=asc`)).body;
    expect(texts(first)).toEqual(['one', 'two']);
    expect(first.has_more).toBe(true);
    const second = (await get(sandbox, `${path}?limit=3&order=asc&after=${first.last_id}`)).body;
    expect(texts(second)).toEqual(['three', 'four', 'five']);
    expect(second.has_more).toBe(false);
    expect(second.first_id).toBe((second as unknown as Page).data[0]?.id);
  });

  it('of a later turn begin with the earlier ones', async () => {
    const sandbox = await testSandbox();
    const first = await create(sandbox, { input: 'one' });
    const second = await create(sandbox, { input: 'two', previous_response_id: first.body.id });
    const { body } = await get(sandbox, `/v1/responses/${second.body.id}/input_items?order=asc`);
    expect(texts(body)).toEqual(['one', 'Hello there.', 'two']);
  });

  it.each(['limit=0', 'limit=101', 'limit=few', 'order=sideways', 'after=msg_x'])(
    'are refused for %s',
    async (query) => {
      const { sandbox, path } = await conversation();
      const { status, body } = await get(sandbox, `${path}?${query}`);
      expect(status).toBe(400);
      expect(body).toMatchObject({ error: { param: query.split('=')[0] } });
    },
  );
});
