/** Bodies and frames as the API sends them, as small as a reader needs them. */

export const usage = {
  input_tokens: 13,
  input_tokens_details: { cached_tokens: 4, cache_write_tokens: 2 },
  output_tokens: 6,
  output_tokens_details: { reasoning_tokens: 1 },
  total_tokens: 19,
};

type Fields = Readonly<Record<string, unknown>>;

/** A body of the Responses API whose answer is `text`. */
export function responseBody(text: string, fields: Fields = {}) {
  return {
    id: 'resp_1',
    object: 'response',
    created_at: 1_789_000_000,
    status: 'completed',
    error: null,
    incomplete_details: null,
    model: 'gpt-4o-mini-2024-07-18',
    output: [
      {
        id: 'msg_1',
        type: 'message',
        status: 'completed',
        role: 'assistant',
        content: [{ type: 'output_text', annotations: [], logprobs: [], text }],
      },
    ],
    usage,
    ...fields,
  };
}

/** One server-sent event, named after the type of its data where it has one. */
export function frame(data: Fields): string {
  const event = typeof data.type === 'string' ? `event: ${data.type}\n` : '';
  return `${event}data: ${JSON.stringify(data)}\n\n`;
}

/** The frames of a streamed response, from `response.created` to its terminal event; `fields` are of the latter's response. */
export function responseFrames(
  pieces: readonly string[],
  terminal: 'completed' | 'incomplete' | 'failed' = 'completed',
  fields: Fields = {},
): string[] {
  const started = responseBody('', { status: 'in_progress', output: [], usage: null });
  const ended = responseBody(pieces.join(''), { status: terminal, ...fields });
  const at = { item_id: 'msg_1', output_index: 0, content_index: 0 };
  const events = [
    { type: 'response.created', response: started },
    {
      type: 'response.output_item.added',
      output_index: 0,
      item: { id: 'msg_1', type: 'message', status: 'in_progress', role: 'assistant', content: [] },
    },
    {
      type: 'response.content_part.added',
      ...at,
      part: { type: 'output_text', annotations: [], logprobs: [], text: '' },
    },
    ...pieces.map((delta) => ({ type: 'response.output_text.delta', ...at, delta })),
    { type: `response.${terminal}`, response: ended },
  ];
  return events.map((event, sequence_number) => frame({ ...event, sequence_number }));
}

export const chatUsage = {
  prompt_tokens: 9,
  completion_tokens: 3,
  total_tokens: 12,
  prompt_tokens_details: { cached_tokens: 0 },
  completion_tokens_details: { reasoning_tokens: 0 },
};

/** A body of Chat Completions whose answer is `content`. */
export function chatBody(content: string) {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_789_000_000,
    model: 'gpt-4o-mini-2024-07-18',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content, refusal: null },
        logprobs: null,
        finish_reason: 'stop',
      },
    ],
    usage: chatUsage,
  };
}

/** The frames of a streamed chat completion, `[DONE]` last. */
export function chatFrames(
  pieces: readonly string[],
  { withUsage }: { withUsage: boolean },
): string[] {
  const chunk = (fields: Fields) =>
    frame({
      id: 'chatcmpl-1',
      object: 'chat.completion.chunk',
      created: 1_789_000_000,
      model: 'gpt-4o-mini-2024-07-18',
      usage: null,
      ...fields,
    });
  const choice = (delta: Fields, finish_reason: string | null = null) =>
    chunk({ choices: [{ index: 0, delta, logprobs: null, finish_reason }] });
  return [
    choice({ role: 'assistant', content: '', refusal: null }),
    ...pieces.map((content) => choice({ content })),
    choice({}, 'stop'),
    ...(withUsage ? [chunk({ choices: [], usage: chatUsage })] : []),
    'data: [DONE]\n\n',
  ];
}
