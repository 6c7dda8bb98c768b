import { describe, expect, it } from 'vitest';
import { respond, type Task } from '../../../src/sandbox/standin/respond.ts';
import type { Turn } from '../../../src/sandbox/standin/standin.ts';
import { noFunctions } from '../../../src/sandbox/standin/tools/function.ts';
import { seeded } from './ask.ts';
import { getWeather, number, objectOf, string } from './tools/functions.ts';

const userSays = (text: string): Turn => ({ role: 'user', text });
const answer = () => 'Forty-two.';

function outcome(question: string | readonly Turn[], task: Partial<Task> = {}) {
  const turns = typeof question === 'string' ? [userSays(question)] : question;
  const defaults: Task = {
    turns,
    temperature: 0,
    topP: 1,
    random: seeded(3),
    format: { type: 'text' },
    functions: noFunctions,
  };
  return respond({ ...defaults, ...task }, answer);
}

const weatherUse = { ...noFunctions, functions: [getWeather], choice: 'auto' } as const;

describe('The stand-in', () => {
  it('answers in prose when nothing else is asked for', () => {
    expect(outcome('What is the answer?')).toEqual({ kind: 'text', text: 'Forty-two.' });
  });

  it('answers with an object of a schema', () => {
    const schema = objectOf({ name: string, age: number, answer: string });
    const format = { type: 'json_schema', name: 'person', schema } as const;
    const { kind, text } = outcome('Ada is 36 years old.', { format }) as {
      kind: string;
      text: string;
    };
    expect(kind).toBe('text');
    expect(JSON.parse(text)).toEqual({ name: 'Ada', age: 36, answer: 'Forty-two.' });
  });

  it('makes up the same values each time at temperature 0, and others above', () => {
    const format = {
      type: 'json_schema',
      name: 'dice',
      schema: objectOf({ result: number }),
    } as const;
    const random = seeded(11);
    const rolls = (temperature: number) =>
      new Set(
        Array.from({ length: 20 }, () =>
          JSON.stringify(outcome('Roll the dice.', { format, temperature, random })),
        ),
      ).size;
    expect(rolls(0)).toBe(1);
    expect(rolls(1)).toBeGreaterThan(1);
  });

  it('wraps its answer when some JSON object is asked for, unless it is one', () => {
    const format = { type: 'json_object' } as const;
    expect(outcome('hi', { format })).toEqual({ kind: 'text', text: '{"answer":"Forty-two."}' });
    const json = respond(
      {
        turns: [userSays('hi')],
        temperature: 0,
        topP: 1,
        random: seeded(1),
        format,
        functions: noFunctions,
      },
      () => '{"a":1}',
    );
    expect(json).toEqual({ kind: 'text', text: '{"a":1}' });
  });

  it('calls a function, then tells what it gave', () => {
    const question = "What's the weather in Paris and Rome?";
    const call = (location: string) => ({
      name: 'get_weather',
      arguments: JSON.stringify({ location }),
    });
    expect(outcome(question, { functions: weatherUse })).toEqual({
      kind: 'calls',
      calls: [call('Paris'), call('Rome')],
    });
    const results = [
      { ...call('Paris'), output: '{"temperature":18,"unit":"C","wind":null}' },
      { ...call('Rome'), output: 'It is sunny.' },
    ];
    expect(outcome(question, { functions: { ...weatherUse, results } })).toEqual({
      kind: 'text',
      text: 'Paris: temperature 18, unit C.\nRome: It is sunny.',
    });
  });

  it('takes values for a schema from what functions gave', () => {
    const schema = objectOf({ city: string, temperature: number });
    const format = { type: 'json_schema', name: 'weather', schema } as const;
    const results = [
      { name: 'get_weather', arguments: '{"location":"Paris"}', output: '{"temperature":18}' },
    ];
    expect(outcome('Weather in Paris?', { format, functions: { ...weatherUse, results } })).toEqual(
      {
        kind: 'text',
        text: '{"city":"Paris","temperature":18}',
      },
    );
  });

  it.each(['In Bergen', 'Bergen.'])(
    'asks back for what it needs, and understands the reply %j',
    (reply) => {
      const asked = outcome("What's the weather?", { functions: weatherUse });
      expect(asked).toEqual({
        kind: 'text',
        text: 'To get weather, I need to know the location. Which one do you mean?',
      });
      const { text } = asked as { text: string };
      const turns: Turn[] = [
        userSays("What's the weather?"),
        { role: 'assistant', text },
        userSays(reply),
      ];
      expect(outcome(turns, { functions: weatherUse })).toEqual({
        kind: 'calls',
        calls: [{ name: 'get_weather', arguments: '{"location":"Bergen"}' }],
      });
    },
  );
});
