/**
 * A bare HTTP server that gives one fixed answer of the Responses API, plain or as a stream of 50 deltas, in a process of its
 * own so that its work is not counted. Prints its port; ends with its parent.
 */
import { createServer } from 'node:http';

const usage = {
  input_tokens: 13,
  input_tokens_details: { cached_tokens: 0 },
  output_tokens: 51,
  output_tokens_details: { reasoning_tokens: 0 },
  total_tokens: 64,
};
const pieces = Array.from({ length: 50 }, (_, index) => ` word${index}`);
const text = pieces.join('');
const response = (status: string) => ({
  id: 'resp_0123456789abcdef006aac72d1000000000000000000000000',
  object: 'response',
  created_at: 1_789_000_000,
  status,
  model: 'gpt-4o-mini-2024-07-18',
  output:
    status === 'completed'
      ? [{ type: 'message', role: 'assistant', content: [{ type: 'output_text', text }] }]
      : [],
  usage: status === 'completed' ? usage : null,
});

const frame = (data: { type: string }) => `event: ${data.type}\ndata: ${JSON.stringify(data)}\n\n`;
const frames = [
  frame({ type: 'response.created', ...{ response: response('in_progress') } }),
  frame({ type: 'response.in_progress', ...{ response: response('in_progress') } }),
  ...pieces.map((delta, index) =>
    frame({
      type: 'response.output_text.delta',
      ...{ content_index: 0, delta, item_id: 'msg_0', logprobs: [], obfuscation: 'abcdefgh' },
      ...{ output_index: 0, sequence_number: index + 2 },
    }),
  ),
  frame({ type: 'response.completed', ...{ response: response('completed') } }),
];
const plain = JSON.stringify(response('completed'));

const server = createServer(async (request, reply) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  if (!body.includes('"stream":true')) {
    reply
      .writeHead(200, { 'content-type': 'application/json', 'x-request-id': 'req_1' })
      .end(plain);
    return;
  }
  reply.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  for (const part of frames) {
    reply.write(part);
    // A turn of the loop between two writes: frames arrive one by one, as from a model.
    await new Promise(setImmediate);
  }
  reply.end();
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(typeof address === 'object' && address ? address.port : '');
});
process.stdin.on('end', () => process.exit()).resume();
