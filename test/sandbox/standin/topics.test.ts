import { describe, expect, it } from 'vitest';
import { sentence, write } from '../../../src/sandbox/standin/pattern.ts';
import { sampler } from '../../../src/sandbox/standin/sampling.ts';
import { topics } from '../../../src/sandbox/standin/topics/catalog.ts';
import { findTopics } from '../../../src/sandbox/standin/topics/find.ts';
import { parts } from '../../../src/sandbox/standin/topics/topic.ts';
import { stems } from '../../../src/sandbox/standin/words.ts';
import { ask, seeded, variety } from './ask.ts';

const draw = sampler({ temperature: 0, topP: 1, random: () => 0 });
const byName = topics.map((topic) => [topic.names[0], topic] as const);

describe('the topics', () => {
  it('number more than fifty', () => {
    expect(topics.length).toBeGreaterThan(50);
  });

  it('share no name', () => {
    const names = topics.flatMap((topic) => topic.names.map((name) => stems(name).join(' ')));
    const twice = names.filter((name, at) => names.indexOf(name) !== at);
    // Two spellings of one topic may have the same stems.
    const owners = (name: string) =>
      topics.filter((topic) => topic.names.some((each) => stems(each).join(' ') === name));
    expect(twice.filter((name) => owners(name).length > 1)).toEqual([]);
  });

  it.each(byName)('%s is found by each of its names, however it is written', (_, topic) => {
    for (const each of topic.names) {
      expect(findTopics(each), each).toEqual([topic]);
      const shouted = `explain the ${each.toUpperCase()} please`;
      expect(findTopics(shouted).at(-1), shouted).toBe(topic);
    }
    expect(findTopics(`What are ${topic.all}??`), topic.all).toEqual([topic]);
    expect(findTopics(`So what's ${topic.one}?`), topic.one).toEqual([topic]);
  });

  it.each(byName)('%s is made of clauses from which sentences can be built', (_, topic) => {
    for (const clause of parts.flatMap((part) => topic[part])) {
      const written = write(clause, draw);
      expect(written, clause).toMatch(/^[^\s.,;]/);
      expect(written, clause).not.toMatch(/[.;:,\s]$| {2}|[{|][^"]*\|| ,|\$[a-z]/);
      expect(clause.split('{').length, clause).toBe(clause.split('}').length);
      expect(sentence(written), clause).toMatch(/[.!?…]["”]?$/);
    }
  });

  it.each(byName)('%s has options in all its choices, none of them empty', (_, topic) => {
    const choices = parts
      .flatMap((part) => topic[part])
      .flatMap((clause) => clause.match(/\{[^{}|]*\|[^{}]*\}/g) ?? []);
    for (const choice of choices) expect(choice).not.toMatch(/\{\||\|\||\|\}|\{ | \}| \||\| /);
  });

  it.each(byName)('%s is explained in 30 to 80 words', (name) => {
    const text = ask(`What is ${name}?`);
    expect(text.split(' ').length).toBeGreaterThanOrEqual(30);
    expect(text.split(' ').length).toBeLessThanOrEqual(80);
  });

  it.each(byName)('%s gives three distinct answers at temperature 1, 98 times in 100', (name) => {
    const random = seeded(11);
    const rounds = Array.from(
      { length: 50 },
      () => new Set([1, 2, 3].map(() => ask(`What is ${name}?`, { temperature: 1, random }))).size,
    );
    expect(rounds.filter((distinct) => distinct === 3).length).toBeGreaterThanOrEqual(49);
  });

  it('are told at temperature 0.2 mostly in the same words', () => {
    const mean =
      byName
        .map(([name]) => variety(`What is ${name}?`, { temperature: 0.2, draws: 20 }))
        .reduce((a, b) => a + b, 0) / byName.length;
    expect(mean).toBeLessThan(12);
  });

  it.each([
    'What is the capital of France?',
    'What is the temperature in Paris?',
    'Best cookie recipe with walnuts',
    'Who won the chess championship?',
    'How do I stream a football match tonight?',
    'Is there a key to a happy marriage?',
  ])('none of them answers “%s”', (question) => {
    expect(findTopics(question)).toEqual([]);
    expect(ask(question)).toContain('offline stand-in');
    expect(ask(question)).toContain('OPENAI_API_KEY');
    expect(ask(question)).toContain(question);
  });

  it.each([
    ['What is an API rate limit?', 'rate limit'],
    ['How do I handle rate limits in the OpenAI API?', 'rate limit'],
    ['Why make calls concurrently?', 'concurrency'],
    ['What does temperature do?', 'temperature'],
    ['What does the temperature setting change in an API call?', 'temperature'],
    ['Explain to my grandmother what a database is', 'database'],
    ['Tell me about streaming responses', 'streaming'],
    ['explain async / await', 'async/await'],
    ['Why do LLMs hallucinate?', 'hallucination'],
    ['What is HTTPS', 'HTTPS'],
    ['What is HTTP', 'HTTP'],
  ])('“%s” is about %s', (question, name) => {
    const found = findTopics(question).map(({ names }) => names[0]);
    expect(found).toContain(name);
  });

  it('are compared when two of them are asked for together', () => {
    const text = ask("What's the difference between a compiler and an interpreter?");
    expect(text).toMatch(/^A compiler/);
    expect(text).toContain('By contrast, an interpreter');
    expect(ask('HTTP vs HTTPS in one sentence')).toMatch(/^HTTP is .* while HTTPS is [^.]*\.$/);
  });

  it('are told from another side when reasons or examples are asked for', () => {
    expect(ask('Give me an example of recursion')).toMatch(/^For example, /);
    expect(ask('Why is streaming useful?')).toMatch(/^People wait/);
  });
});
