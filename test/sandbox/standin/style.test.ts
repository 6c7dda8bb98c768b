import { describe, expect, it } from 'vitest';
import { haikuAbout, syllables } from '../../../src/sandbox/standin/haiku.ts';
import { languages } from '../../../src/sandbox/standin/languages/languages.ts';
import { sampler } from '../../../src/sandbox/standin/sampling.ts';
import { topics } from '../../../src/sandbox/standin/topics/catalog.ts';
import { neutral } from '../../../src/sandbox/standin/voices/neutral.ts';
import type { Voice } from '../../../src/sandbox/standin/voices/voice.ts';
import { voices } from '../../../src/sandbox/standin/voices/voices.ts';
import { sentencesOf } from '../../../src/sandbox/standin/words.ts';
import { ask, seeded } from './ask.ts';

const everyFrame = ({ opener = ['.'], closer = ['.'], frames, short }: Voice) =>
  [opener, closer, short, ...Object.values(frames)].flat();

describe('voices', () => {
  it.each([...voices, neutral])('build each frame as one sentence (%#)', (voice) => {
    for (const frame of everyFrame(voice)) {
      expect(frame).not.toMatch(/[.!?] /);
      expect(frame.match(/\$[a-z]+/g) ?? []).toEqual(
        (frame.match(/\$[a-z]+/g) ?? []).filter((name) =>
          ['$subject', '$one', '$definition', '$detail', '$use', '$example', '$likeness'].includes(
            name,
          ),
        ),
      );
    }
    for (const frame of voice.around) expect(frame).toContain('$text');
  });

  it.each([
    ['You are a patient tutor.', /think of it like this|step by step|easier than it sounds/],
    ['You are a sarcastic comedian.', /^Oh good, APIs, because sleeping was never an option\./],
    ['You are a formal professor.', /^The subject of APIs merits careful treatment\./],
    ['You are a pirate.', /^Arr, so ye be askin’ about APIs!/],
    ['Talk like a pirate!', /^Arr/],
    [
      'Explain everything to a five-year-old.',
      /^Ooh, I like that question! An API is a bit like a waiter/,
    ],
  ])('“%s” changes the answer to “What is an API?”', (instructions, expected) => {
    expect(ask('What is an API?', { instructions })).toMatch(expected);
  });

  it.each([
    ['What is an API? Explain it like a pirate.', /^Arr/],
    ["Explain an API like I'm five", /^Ooh/],
    ['Explain APIs as a sarcastic comedian would', /^Oh good, APIs/],
    ['What is an API? Answer in the style of a professor', /^The subject of APIs/],
  ])('can be asked for in the question: “%s”', (question, expected) => {
    expect(ask(question)).toMatch(expected);
  });

  it('of comedian and professor share no sentence, on any topic', () => {
    for (const { names } of topics) {
      const [funny, formal] = ['You are a sarcastic comedian', 'You are a formal professor'].map(
        (instructions) => sentencesOf(ask(`What is ${names[0]}?`, { instructions })),
      );
      expect(funny?.filter((each) => formal?.includes(each))).toEqual([]);
      expect(funny?.length).toBeGreaterThanOrEqual(5);
    }
  });

  it('also dress what is not about a topic', () => {
    expect(ask('2 + 2', { instructions: 'You are a pirate' })).toBe('Arr! 2 + 2 = 4.');
    expect(ask('Hello', { instructions: 'Be formal' })).toMatch(
      /^To answer with due precision: Hello!/,
    );
  });

  it('leave alone what has to be exact', () => {
    expect(ask('Reply with exactly: pong', { instructions: 'You are a pirate' })).toBe('pong');
    expect(ask('Count from 1 to 3', { instructions: 'You are a pirate' })).toBe('1, 2, 3');
  });

  it.each([
    'You are a helpful assistant.',
    'Do not be formal.',
    'Never talk like a pirate.',
    'Be kind to zebras.',
    '',
  ])('are not changed by “%s”', (instructions) => {
    expect(ask('What is an API?', { instructions })).toBe(ask('What is an API?'));
  });

  it('asked for in the question overrule those of the instructions, and later ones earlier ones', () => {
    expect(ask('What is an API? Talk like a pirate', { instructions: 'Be formal' })).toMatch(
      /^Arr/,
    );
    expect(
      ask('What is an API?', { instructions: 'Be formal. Better still, be a pirate!' }),
    ).toMatch(/^Arr/);
  });
});

describe('length', () => {
  it.each([
    ['What is an API? Answer in one sentence.', 1],
    ['What is an API in two sentences?', 2],
    ['Explain tokens in at most 3 sentences', 3],
    ['Explain in a single sentence what streaming is', 1],
    ['Briefly, what is JSON?', 1],
  ])('“%s” gives %i sentences', (question, count) => {
    expect(sentencesOf(ask(question))).toHaveLength(count);
  });

  it.each(voices.map((voice) => [voice.cues[0] ?? '', voice] as const))(
    'goes together with the voice of a %s',
    (cue) => {
      const instructions = `You are a ${cue}. Answer in one sentence.`;
      for (const { names } of topics) {
        const text = ask(`What is ${names[0]}?`, { instructions });
        expect(sentencesOf(text), text).toHaveLength(1);
        expect(text).not.toBe(ask(`What is ${names[0]}? In one sentence.`));
      }
    },
  );

  it.each([1, 3, 5, 6, 12, 20])('in exactly %i words is kept for every topic', (count) => {
    for (const { names } of topics) {
      const text = ask(`What is ${names[0]} in ${count} words?`);
      expect(text.split(' '), text).toHaveLength(count);
    }
  });

  it('of at most so many words ends with a sentence', () => {
    const text = ask('What is a token in at most 30 words?');
    expect(text.split(' ').length).toBeLessThanOrEqual(30);
    expect(text).toMatch(/\.$/);
  });
});

describe('form', () => {
  it('JSON only gives valid JSON, whatever is asked', () => {
    const instructions = 'Answer in JSON only.';
    expect(JSON.parse(ask('What is an API?', { instructions }))).toEqual({
      topic: 'API',
      answer: ask('What is an API?'),
    });
    expect(JSON.parse(ask('Reply with exactly: "quoted"', { instructions }))).toEqual({
      answer: 'quoted',
    });
    expect(JSON.parse(ask('What is love?', { instructions }))).toHaveProperty('answer');
    expect(JSON.parse(ask('What is an API? Reply in JSON'))).toHaveProperty('topic', 'API');
  });

  it('bullet list puts each sentence on a line of its own', () => {
    const lines = ask('What is an API?', { instructions: 'Answer with bullet points.' }).split(
      '\n',
    );
    expect(lines).toHaveLength(3);
    expect(lines.every((line) => /^- [A-Z].*\.$/.test(line))).toBe(true);
  });

  it('haiku has three lines that name the subject, for every topic', () => {
    const random = seeded(2);
    for (const { names, one, haiku } of topics) {
      const lines = ask(`What is ${names[0]}?`, {
        instructions: 'Answer as a haiku.',
        temperature: 1,
        random,
      }).split('\n');
      const isOwn = haiku?.[0] === lines[0];
      expect(lines.length).toBe(syllables(one) > 7 && !isOwn ? 4 : 3);
      if (!isOwn) expect(lines.join(' ').toLowerCase()).toContain(one.toLowerCase());
    }
  });

  it('haiku of our own making has 5, 7 and 5 syllables, by the rough count', () => {
    const draw = sampler({ temperature: 2, topP: 1, random: seeded(4) });
    for (const subject of [
      'Git',
      'the sea',
      'a token',
      'streaming',
      'recursion',
      'a rate limit',
      'a regular word',
    ]) {
      const lines = haikuAbout(subject, draw).split('\n').slice(-3);
      expect(lines.map(syllables), lines.join(' / ')).toEqual([5, 7, 5]);
    }
  });

  it('of letters can be upper or lower case', () => {
    const text = ask('What is an API?');
    expect(ask('What is an API?', { instructions: 'Write in uppercase.' })).toBe(
      text.toUpperCase(),
    );
    expect(ask('What is an API? Answer in lowercase')).toBe(text.toLowerCase());
  });

  it('begins and ends as instructions say word for word', () => {
    const instructions = 'Start every answer with "Well,". Always end with \'Over and out.\'';
    expect(ask('Reply OK', { instructions })).toBe('Well, OK Over and out.');
    expect(ask('Reply OK', { instructions: 'End each answer with Ahoy!' })).toBe('OK Ahoy!');
    expect(ask('Reply OK', { instructions: 'Always end with a question.' })).toBe('OK');
  });
});

describe('languages', () => {
  it.each(languages.map((language) => [language.name, language] as const))(
    '%s has sentences for topics that exist, a greeting and an apology',
    (name, { summaries, phrases, apology, cues }) => {
      const known = topics.map(({ names }) => names[0]);
      for (const [topic, summary] of Object.entries(summaries)) {
        expect(known).toContain(topic);
        expect(summary).toMatch(/^\p{Lu}.*\.$/u);
      }
      expect(ask('What is an API?', { instructions: `Answer in ${name}.` })).toMatch(/\bAPI\b/);
      expect(ask('What is an API?', { instructions: `Answer ${cues[0]}.` })).toBe(
        ask(`What is an API in ${name}?`),
      );
      expect(ask('Hello', { instructions: `Speak ${name}` })).toBe(phrases.hello);
      expect(apology).toContain('$asked');
      expect(ask('What is love?', { instructions: `Speak ${name}` })).toContain('What is love?');
    },
  );

  it.each(['spanish', 'french', 'german'])('%s covers what the course asks', (name) => {
    const summaries = languages.find((each) => each.name === name)?.summaries ?? {};
    for (const topic of [
      'API',
      'token',
      'temperature',
      'Responses API',
      'streaming',
      'concurrency',
      'rate limit',
      'retry',
      'jitter',
      'exponential backoff',
      'context window',
      'prompt',
      'instructions',
      'embedding',
      'structured output',
      'function calling',
      'hallucination',
      'large language model',
      'API key',
    ]) {
      expect(summaries).toHaveProperty(topic);
    }
  });
});
