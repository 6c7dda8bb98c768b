import { parseFailScript } from '../../src/sandbox/faults.ts';
import { serve } from '../../src/sandbox/server.ts';
import { responseBodies, weather } from './conformance-scenarios.ts';
import { type Json, testSandbox } from './sandbox-under-test.ts';
import { answer } from './scenario.ts';
import { Client, question } from './websocket-client.ts';

/** A function makes it of the responses of the turns before. */
type Message = Json | string | ((responses: readonly Json[]) => Json);

/** Messages over one connection, and how the turns end that they begin. */
export interface Conversation {
  readonly name: string;
  /** The fail script that they run under. */
  readonly fail?: string;
  readonly messages: readonly Message[];
  /** Whether they are sent without waiting for the turns before them. */
  readonly atOnce?: true;
  /** The `type` of the last event of each turn, or the code of its error. */
  readonly ends: readonly string[];
}

const ask = (message: Json = {}): Json => ({ ...question, ...message });
/** Goes on from the response of a turn. @param turn from 1 */
const after = (turn: number) => (responses: readonly Json[]) =>
  ask({ store: false, previous_response_id: responses[turn - 1]?.id });
const completed = 'response.completed';

const { 'work in the background': _, ...bodies } = responseBodies;
/** These have a cap that is too low. */
const cutOff = ['an answer cut off', 'reasoning that uses up the cap', 'calls cut off'];

const refused: Readonly<Record<string, { message: Json | string; code: string }>> = {
  'no JSON': { message: '{', code: 'invalid_request_error' },
  'no object': { message: '[]', code: 'invalid_request_error' },
  'no type': { message: '{}', code: 'missing_required_parameter' },
  'an unknown type': { message: { type: 'response.stop' }, code: 'invalid_value' },
  'work in the background': { message: ask({ background: true }), code: 'unsupported_parameter' },
  'a lane of its own': { message: ask({ stream_id: 'a' }), code: 'not_offered_by_sandbox' },
  'an unknown model': { message: ask({ model: 'gpt-nope' }), code: 'model_not_found' },
  'a retired model': { message: ask({ model: 'o4-mini' }), code: 'model_not_found' },
  'a value out of range': { message: ask({ temperature: 3 }), code: 'decimal_above_max_value' },
  'a value of a wrong type': { message: ask({ temperature: 'hot' }), code: 'invalid_type' },
  'a temperature for a model that reasons': {
    message: ask({ model: 'gpt-6-luna', temperature: 1 }),
    code: 'invalid_request_error',
  },
  'an unknown parameter': { message: ask({ temprature: 1 }), code: 'unknown_parameter' },
  'no input': { message: ask({ input: [] }), code: 'missing_required_parameter' },
  'an unknown previous response': {
    message: ask({ previous_response_id: 'resp_1' }),
    code: 'previous_response_not_found',
  },
};

/** Every conversation; a new kind of message, answer or refusal gets a line. */
export const conversations: readonly Conversation[] = [
  ...Object.entries(bodies).map(([name, body]) => ({
    name,
    messages: [ask(body)],
    ends: [cutOff.includes(name) ? 'response.incomplete' : completed],
  })),
  ...Object.entries(refused).map(([name, { message, code }]) => ({
    name: `refused: ${name}`,
    messages: [message, ask()],
    ends: [code, completed],
  })),
  {
    name: 'a conversation that is not stored',
    messages: [ask({ store: false }), after(1), after(2), after(1)],
    ends: [completed, completed, completed, 'previous_response_not_found'],
  },
  {
    name: 'calls of functions, and what they gave',
    messages: [
      ask({ ...weather, store: false }),
      ([response]) =>
        ask({
          ...weather,
          store: false,
          previous_response_id: response?.id,
          input: outputsFor(response),
        }),
    ],
    ends: [completed, completed],
  },
  {
    name: 'calls of functions, and not what they gave',
    messages: [ask({ ...weather, store: false }), after(1)],
    ends: [completed, 'invalid_request_error'],
  },
  {
    name: 'an input that is only read, and then continued',
    messages: [ask({ store: false, generate: false }), after(1)],
    ends: [completed, completed],
  },
  {
    name: 'events without padding',
    messages: [ask({ stream_options: { include_obfuscation: false } })],
    ends: [completed],
  },
  {
    name: 'a turn that has to wait for the one before it',
    messages: [ask(), ask()],
    atOnce: true,
    ends: [completed, completed],
  },
  {
    name: 'more turns than may wait',
    fail: 'timeout',
    messages: Array.from({ length: 18 }, () => ask()),
    atOnce: true,
    ends: ['rate_limit_exceeded'],
  },
  { name: 'an answer that fails', fail: 'failed@1', messages: [ask()], ends: ['response.failed'] },
  ...Object.entries({
    401: 'invalid_api_key',
    408: 'invalid_request_error',
    429: 'rate_limit_exceeded',
    500: 'server_error',
    503: 'server_is_overloaded',
    quota: 'credit_balance_exhausted',
  }).map(([fail, code]) => ({ name: `a scripted ${fail}`, fail, messages: [ask()], ends: [code] })),
];

/** Has the conversation with a server of its own. @returns the events of each turn */
export async function converse(conversation: Conversation): Promise<Json[][]> {
  const { fail, messages, atOnce, ends } = conversation;
  const faults = fail === undefined ? {} : { faults: parseFailScript(fail) };
  const server = await serve(await testSandbox({ answer, ...faults }), { port: 0 });
  const client = await Client.open(server.url);
  const turns: Json[][] = [];
  const send = (message: Message = '') =>
    client.send(typeof message === 'function' ? message(turns.map(responseOf)) : message);
  try {
    if (atOnce) messages.forEach(send);
    for (const turn of ends.keys()) {
      if (!atOnce) send(messages[turn]);
      turns.push(await client.turn());
    }
    return turns;
  } finally {
    await server.close();
  }
}

function responseOf(events: readonly Json[]): Json {
  return (events.at(-1)?.response ?? {}) as Json;
}

function outputsFor(response: Json | undefined): Json[] {
  const calls = response?.output as Json[];
  return calls.map(({ call_id }) => ({ type: 'function_call_output', call_id, output: '18' }));
}
