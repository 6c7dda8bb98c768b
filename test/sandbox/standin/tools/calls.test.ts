import { describe, expect, it } from 'vitest';
import { planCalls } from '../../../../src/sandbox/standin/tools/calls.ts';
import type { FunctionSpec, FunctionUse } from '../../../../src/sandbox/standin/tools/function.ts';
import { seeded } from '../ask.ts';
import {
  add,
  calculator,
  getDelivery,
  getStockPrice,
  getTime,
  getWeather,
  objectOf,
  sendEmail,
  string,
} from './functions.ts';

function plan(question: string, functions: FunctionSpec[], use: Partial<FunctionUse> = {}) {
  const whole: FunctionUse = { functions, choice: 'auto', inParallel: true, results: [], ...use };
  return planCalls(question, whole, seeded(1));
}

const calls = (...made: [name: string, sent: unknown][]) => ({
  kind: 'calls',
  calls: made.map(([name, sent]) => ({ name, arguments: JSON.stringify(sent) })),
});

describe('Functions are called', () => {
  it.each([
    {
      question: "What's the weather in Paris and Rome?",
      functions: [getWeather],
      expected: calls(
        ['get_weather', { location: 'Paris' }],
        ['get_weather', { location: 'Rome' }],
      ),
    },
    {
      question: "What's the weather in Paris, and what time is it in Tokyo?",
      functions: [getTime, getWeather],
      expected: calls(['get_weather', { location: 'Paris' }], ['get_time', { city: 'Tokyo' }]),
    },
    {
      question: 'Do I need an umbrella in Lisbon?',
      functions: [sendEmail, getWeather],
      expected: calls(['get_weather', { location: 'Lisbon' }]),
    },
    {
      question: 'Send an email to ada@example.com saying hi',
      functions: [getWeather, sendEmail],
      expected: calls(['send_email', { to: 'ada@example.com', body: 'hi' }]),
    },
    {
      question: 'What is 12 + 30?',
      functions: [add],
      expected: calls(['add', { a: 12, b: 30 }]),
    },
    {
      question: 'What is 2 * (3 + 4)?',
      functions: [calculator, getWeather],
      expected: calls(['calculator', { expression: '2 * (3 + 4)' }]),
    },
    {
      question: 'How much are AAPL and MSFT?',
      functions: [getStockPrice],
      expected: calls(['getStockPrice', { symbol: 'AAPL' }], ['getStockPrice', { symbol: 'MSFT' }]),
    },
    {
      question: 'When will order #12345 arrive?',
      functions: [getDelivery],
      expected: calls(['get_delivery_date', { order_id: '#12345' }]),
    },
  ])('when the prompt asks for it: $question', ({ question, functions, expected }) => {
    expect(plan(question, functions)).toEqual(expected);
  });

  it('not when the prompt asks for something else, nor when it may not be', () => {
    expect(plan('Tell me a joke.', [getWeather, add])).toEqual({ kind: 'nothing' });
    expect(plan('Weather in Paris?', [getWeather], { choice: 'none' })).toEqual({
      kind: 'nothing',
    });
    expect(plan('Weather in Paris?', [])).toEqual({ kind: 'nothing' });
  });

  it('whatever the prompt asks, when one has to be: with made-up arguments then', () => {
    const forced = plan('Tell me a joke.', [getWeather], { choice: 'required' });
    const sent = expect.stringMatching(/^\{"location":"\w+"\}$/);
    expect(forced).toEqual({ kind: 'calls', calls: [{ name: 'get_weather', arguments: sent }] });
  });

  it('one at a time, when they may not be called in parallel', () => {
    const question = "What's the weather in Paris and Rome?";
    const first = plan(question, [getWeather], { inParallel: false });
    expect(first).toEqual(calls(['get_weather', { location: 'Paris' }]));
    const result = { name: 'get_weather', arguments: '{"location":"Paris"}', output: '18' };
    const second = plan(question, [getWeather], { inParallel: false, results: [result] });
    expect(second).toEqual(calls(['get_weather', { location: 'Rome' }]));
    const third = { inParallel: false, results: [result, result] };
    expect(plan(question, [getWeather], third)).toEqual({ kind: 'nothing' });
  });

  it('without arguments that are optional and not given', () => {
    const spec = {
      ...getWeather,
      parameters: objectOf(
        { location: string, unit: { type: 'string', enum: ['celsius', 'fahrenheit'] } },
        ['location'],
      ),
    };
    expect(plan('Weather in Oslo?', [spec])).toEqual(calls(['get_weather', { location: 'Oslo' }]));
    expect(plan('Weather in Oslo in celsius?', [spec])).toEqual(
      calls(['get_weather', { location: 'Oslo', unit: 'celsius' }]),
    );
  });

  it('with an empty object when they take no arguments', () => {
    const spec = { name: 'list_tasks', description: 'Lists the tasks.', parameters: null };
    expect(plan('List my tasks', [spec])).toEqual(calls(['list_tasks', {}]));
  });

  it('only once their arguments are known', () => {
    expect(plan("What's the weather?", [getWeather])).toEqual({
      kind: 'ask',
      function: 'get_weather',
      missing: ['location'],
    });
  });
});
