import { beforeAll, describe, expect, it } from 'vitest';
import { scenarios } from './conformance-scenarios.ts';
import { mistakesIn, specifications } from './mistakes.ts';
import { contains, recordings, type SpecificationName } from './recordings.ts';
import { play, type Received, type Scenario } from './scenario.ts';
import { hasSpecifications } from './specification.ts';

describe.skipIf(!hasSpecifications)('By the specifications', () => {
  const played = new Map<Scenario, readonly Received[]>();
  beforeAll(async () => {
    for (const scenario of scenarios) played.set(scenario, await play(scenario));
  }, 60_000);
  const answersTo = (scenario: Scenario) => played.get(scenario) ?? [];

  it.each(scenarios)('$name: the expected status', (scenario) => {
    const statuses = answersTo(scenario).map(({ status }) => status);
    expect(statuses).toEqual(scenario.steps.map(({ status = 200 }) => status));
  });

  it.each(scenarios)('$name: an answer of the form that OpenAI documents', (scenario) => {
    const mistakes = answersTo(scenario).flatMap((received) => mistakesIn(received, 'OpenAI'));
    expect(mistakes).toEqual([]);
  });

  const { operations } = specifications['Open Responses'];
  const shared = scenarios.filter(({ steps }) =>
    operations.some(({ path }) => steps.some((step) => step.path === path)),
  );
  it.each(shared)('$name: an answer of the form that Open Responses documents', (scenario) => {
    const asked = answersTo(scenario).filter(({ path }) =>
      operations.some((operation) => operation.path === path),
    );
    expect(asked.flatMap((received) => mistakesIn(received, 'Open Responses'))).toEqual([]);
  });

  it.each(recordings)('$what: so it is sent', (recording) => {
    const sent = [...played.values()].flat().flatMap(({ json }) => json);
    expect(sent.some((json) => contains(json, recording))).toBe(true);
  });

  it('a wrong answer would be noticed', () => {
    const [plain, stream] = scenarios.slice(0, 2).flatMap(answersTo);
    const wrong = (received: Received | undefined, name: SpecificationName) => {
      const json = received?.json.map((body) => body.replace('"response"', '"answer"')) ?? [];
      return received ? mistakesIn({ ...received, json }, name) : [];
    };
    for (const name of ['OpenAI', 'Open Responses'] as const) {
      expect(wrong(plain, name)).not.toEqual([]);
      expect(wrong(stream, name)).not.toEqual([]);
    }
  });
});
