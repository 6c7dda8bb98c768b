import { describe, expect, it } from 'vitest';
import { ask, converse, seeded, variety } from './ask.ts';

/** What is asked, and what comes back at temperature 0. */
const exchanges: Readonly<Record<string, readonly (readonly [string, string | RegExp])[]>> = {
  'small talk': [
    ['Hello', /^Hello!/],
    ['hi there!', /^Hello!/],
    ['Good morning', /^Hello!/],
    ['Thanks a lot', 'You are welcome!'],
    ['Bye', /^Goodbye!/],
    ['How are you?', /thank you/],
    ['Who are you?', /offline stand-in/],
    ['Are you ChatGPT?', /not a language model/],
    ['What can you do?', /real model/],
    ['ping', 'Pong!'],
    ['This is a test', /The test arrived/],
    ['', /no question/],
    ['   \n ', /no question/],
  ],
  repeating: [
    ['Reply with exactly: pong', 'pong'],
    ['Reply with the single word OK', 'OK'],
    ['Reply OK', 'OK'],
    ['Reply with "pong"', 'pong'],
    ['Please respond with only the word yes', 'yes'],
    ['Repeat after me: The cat sat. On the mat', 'The cat sat. On the mat'],
    ['Echo hello world', 'hello world'],
    ['Say hello', 'Hello!'],
    ['Say this is a test', 'This is a test.'],
    ['Say hello in exactly five words', 'Hello there, my dear friend!'],
    ['Say hello in one word', 'Hello!'],
    ['Say "pong"', 'pong'],
    ['Reply with exactly: {a|b} $text', '{a|b} $text'],
  ],
  counting: [
    ['Count from 1 to 5', '1, 2, 3, 4, 5'],
    ['count to three', '1, 2, 3'],
    ['Count down from 5', '5, 4, 3, 2, 1, 0'],
    ['Count from 10 to 7', '10, 9, 8, 7'],
    ['Count from 0 to 10 by 5', '0, 5, 10'],
    ['Count from 2 to 10 in steps of 3', '2, 5, 8'],
    ['Count from -1 to 1', '-1, 0, 1'],
    ['Count from 1 to 3, one per line', '1\n2\n3'],
    ['Count from 1 to 5 by 0', '1, 2, 3, 4, 5'],
    ['Count to 1000000', /, 199, 200, …$/],
    ['Count from 1 to 200', /, 199, 200$/],
  ],
  sums: [
    ['what is 17 * 23', '17 × 23 = 391.'],
    ['17 plus 4', '17 + 4 = 21.'],
    ['What is (2 + 3) * 4?', '(2 + 3) × 4 = 20.'],
    ['What is 15% of 80?', '15% × 80 = 12.'],
    ['20 percent of 50', '20% × 50 = 10.'],
    ['What is 0.1 + 0.2?', '0.1 + 0.2 = 0.3.'],
    ['what is 12345678901234567890 + 1?', '12345678901234567890 + 1 = 12345678901234567891.'],
    ['1,000 + 1', '1000 + 1 = 1001.'],
    ['two plus two', '2 + 2 = 4.'],
    ['What is 7 minus 9?', '7 - 9 = -2.'],
    ['-3 * -4', '-3 × -4 = 12.'],
    ['2 + 3 * 4', '2 + 3 × 4 = 14.'],
    ['2^3^2', '2 ^ 3 ^ 2 = 512.'],
    ['-2^2', '-2 ^ 2 = -4.'],
    ['1/3', '1 ÷ 3 ≈ 0.333333.'],
    ['10 / 4', '10 ÷ 4 = 2.5.'],
    ['Add 4 and 5', '4 + 5 = 9.'],
    ['Divide 10 by 4', '10 ÷ 4 = 2.5.'],
    ['What is 12 squared?', '12 ^ 2 = 144.'],
    ['What is 2+2? Answer with only the number.', '4'],
    ['10 / 0', 'Dividing by zero has no result.'],
    ['0 ^ -1', 'Dividing by zero has no result.'],
    ['9 ^ 9 ^ 9', 'That power is too large for me.'],
    ['2 ^ 0.5', 'I only work out whole powers.'],
    ['(1 + 2', /offline stand-in/],
    ['1 + + 2', /offline stand-in/],
  ],
  listing: [
    ['List three fruits', '- apple\n- banana\n- cherry'],
    ['Name two primary colours', '- red\n- yellow'],
    ['List the planets', /^- Mercury\n(?:- \w+\n){6}- Neptune$/],
    ['List three fruits, numbered', '1. apple\n2. banana\n3. cherry'],
    ['List three fruits on one line', 'apple, banana, cherry'],
    ['Give me five programming languages', /^(?:- \S+\n){4}- \S+$/],
    ['List 500 fruits', /^(?:- \w+\n){11}- \w+$/],
    ['Name a colour', '- blue'],
    ['List the HTTP methods', /- GET\n- POST/],
    ['List 3 HTTP status codes', '- 200 OK\n- 201 Created\n- 204 No Content'],
    ['What are the days of the week?', /^- Monday/],
    ['Name the largest planet', /offline stand-in/],
  ],
  texts: [
    ['Reverse the word hello', 'olleh'],
    ['Spell banana backwards', 'ananab'],
    ['Convert to uppercase: hello', 'HELLO'],
    ['Convert hello to uppercase', 'HELLO'],
    ['Write "Hello World" in lowercase', 'hello world'],
    ['How many words are in "one two, three"?', 'There are 3 words in “one two, three”.'],
    ["How many r's are in strawberry?", 'There are 3 “r” in “strawberry”.'],
    ['How many letters are in the word hello?', 'There are 5 letters in “hello”.'],
    ['Count the words: a b', 'There are 2 words in “a b”.'],
    ['Summarize: Cats sleep a lot. They purr.', 'In its own words: “Cats sleep a lot.”'],
    ['Summarise in two sentences: One. Two. Three.', 'One. Two.'],
  ],
  judging: [
    ['Classify the sentiment: I love this great film', 'Positive'],
    ['Classify the sentiment of this review: "The food was cold and the waiter rude."', 'Negative'],
    ['Is this positive, negative or neutral? "It arrived on Tuesday."', 'Neutral'],
    ['Classify the sentiment: this is not a good film', 'Negative'],
    ['Is 7 prime?', 'Yes.'],
    ['Is 9 a prime?', 'No.'],
    ['Is 10 greater than 3?', 'Yes.'],
    ['Is 10 divisible by 3?', 'No.'],
    ['Which is larger, 9.11 or 9.9?', '9.9 is the larger one.'],
    ['Answer yes or no: is the sky blue?', 'Yes.'],
    ['Is the earth flat?', 'No.'],
  ],
  extracting: [
    [
      'Extract the name, date and email from: Ada Lovelace wrote on 10 December 2025 from ada@example.com.',
      'Name: Ada Lovelace\nDate: 10 December 2025\nEmail: ada@example.com',
    ],
    ['Extract the date from "See you on 2026-03-01!"', 'Date: 2026-03-01'],
    ['Extract the email from: nobody wrote', 'Email: none'],
    ['Extract the name: my name is Grace', 'Name: Grace'],
    ['Extract name and day as JSON: Lunch with Ada on Friday', '{"name":"Ada","date":"Friday"}'],
  ],
  translating: [
    ['How do you say thank you in French?', 'Merci.'],
    ['Translate "hello" into Spanish', '¡Hola!'],
    ['Translate to German: good morning', 'Guten Morgen.'],
    ['Say hello in Italian', 'Ciao!'],
    ['Translate "the train is late" into Dutch', /only know a few phrases/],
  ],
  inventing: [
    ['Suggest a name for a coffee shop', 'The Daily Grind'],
    ['Suggest a name for a startup', 'The Bright Loop'],
    ['Write a one-line slogan for a bakery', /^Our bakery: [^\n]+\.$/],
    ['Tell me a joke', /programmers/],
    ['Tell me a joke about databases', /databases/],
    ['Write a haiku about spring', /^[^\n]*spring[^\n]*\n[^\n]+\n[^\n]+\.$/],
    ['Write a short story about a fox', /a fox/],
    ['Write a poem about the sea', /the sea.*(?:\n.+){3}$/],
  ],
  'what it cannot do': [
    ['Write a Python function that sorts a list', /“Write a Python function that sorts a list”/],
    ['What will the weather be tomorrow?', /offline stand-in/],
    ['asdf qwer', /“asdf qwer”/],
    ['?!', /offline stand-in/],
  ],
};

describe.each(Object.entries(exchanges))('%s', (_, table) => {
  it.each(table)('“%s” gives %s', (question, expected) => {
    if (typeof expected === 'string') expect(ask(question)).toBe(expected);
    else expect(ask(question)).toMatch(expected);
  });
});

describe('memory', () => {
  it.each([
    ['My name is Ada.', 'What is my name?', 'Your name is Ada.'],
    ["Hi, I'm Grace and I like ships.", 'Do you remember my name?', 'Your name is Grace.'],
    ['My name is Ada and I like tea.', 'Who am I?', 'Your name is Ada.'],
    [
      'My favourite colour is teal.',
      'What is my favorite color?',
      'Your favourite colour is teal.',
    ],
    ["My dog's name is Rex.", "What is my dog's name?", "Your dog's name is Rex."],
    ['I live in Oslo.', 'Where do I live?', 'Your home is Oslo.'],
    ['I am 36 years old.', 'How old am I?', 'Your age is 36.'],
    ['What is the best tea?', 'What did I just ask?', 'You wrote: “What is the best tea?”'],
    ['Reply OK', 'What did you just say?', 'OK'],
    ['Count to 3', 'Say that again', '1, 2, 3'],
  ])('after “%s”, “%s” gives “%s”', (told, question, expected) => {
    expect(converse(told, question)).toBe(expected);
  });

  it.each([
    ['What is my name?', "I don't know your name: nothing in this conversation says it."],
    [
      'What is my favourite colour?',
      "I don't know your favourite colour: nothing in this conversation says it.",
    ],
    ['What did I just say?', 'I cannot tell: no earlier message is part of this conversation.'],
  ])('without the earlier message “%s” gives “%s”', (question, expected) => {
    expect(ask(question)).toBe(expected);
  });

  it('goes by the latest statement', () => {
    expect(converse('My name is Ada.', 'My name is Grace.', 'What is my name?')).toBe(
      'Your name is Grace.',
    );
  });

  it('quotes the first question when asked for it', () => {
    expect(converse('Reply one', 'Reply two', 'What was my first message?')).toBe(
      'You wrote: “Reply one”',
    );
  });

  it('takes note of what it is told, and says for how long', () => {
    expect(ask('My name is Ada.')).toMatch(/^Nice to meet you, Ada! .*part of the conversation\.$/);
    expect(ask('My favourite colour is teal')).toMatch(/^Noted: your favourite colour is teal\./);
  });

  it('reads instructions, too', () => {
    expect(ask('What is my name?', { instructions: "The user's name is Ada." })).toBe(
      'Your name is Ada.',
    );
  });

  it('keeps the topic for a question that has none of its own', () => {
    expect(converse('What is recursion?', 'Give me an example')).toMatch(/^For example, /);
    expect(converse('What is recursion?', 'Why?')).toContain('fits things that contain themselves');
    expect(converse('What is recursion?', 'What is love?')).toContain('offline stand-in');
    expect(ask('Give me an example')).toContain('offline stand-in');
  });
});

describe('standing instructions', () => {
  it('make the question itself the text to classify', () => {
    const instructions = 'Classify the sentiment of each review as positive, negative or neutral.';
    expect(ask('I hated every minute', { instructions })).toBe('Negative');
  });

  it('make the question itself the text to summarise', () => {
    const instructions = 'Summarise what the user writes in one sentence.';
    expect(ask('It rained. We stayed in.', { instructions })).toBe('It rained.');
  });

  it('make the question itself the text to extract from', () => {
    const instructions = 'Extract the email address.';
    expect(ask('write to ada@example.com please', { instructions })).toBe('Email: ada@example.com');
  });
});

describe('inventions', () => {
  it.each([
    ['Suggest a name for a coffee shop', 12],
    ['Write a one-line slogan for a bakery', 12],
    ['Tell me a joke about databases', 16],
    ['Write a short story about a fox', 30],
  ])(
    '“%s” gives one answer at temperature 0, at most %i of 40 at 0.2, and more at 1',
    (question, few) => {
      expect(variety(question, { temperature: 0, draws: 5 })).toBe(1);
      const cool = variety(question, { temperature: 0.2, draws: 40 });
      const warm = variety(question, { temperature: 1, draws: 40 });
      expect(cool).toBeLessThanOrEqual(few);
      expect(warm).toBeGreaterThan(24);
      expect(warm).toBeGreaterThan(cool);
    },
  );

  it('come in the number asked for, all different', () => {
    const lines = ask('Suggest three names for a bakery', {
      temperature: 1,
      random: seeded(3),
    }).split('\n');
    expect(new Set(lines.map((line) => line.slice(3))).size).toBe(3);
  });
});
