import fc from 'fast-check';
import stripAnsi from 'strip-ansi';
import { describe, expect, it } from 'vitest';
import { renderColumns } from '../../src/terminal/columns.ts';
import { renderError } from '../../src/terminal/error.ts';
import { renderFacts } from '../../src/terminal/facts.ts';
import { renderMarkdown } from '../../src/terminal/markdown.ts';
import { renderTable } from '../../src/terminal/table.ts';
import { widest } from '../../src/terminal/text.ts';
import type { Layout } from '../../src/terminal/theme.ts';
import { colored, plain } from './capture.ts';
import { holds } from './holds.ts';

const word = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[a-z]{1,12}$/) },
  fc.constantFrom(
    '日本語',
    'naïve',
    '👩‍💻',
    '$12.00',
    'https://platform.openai.com/docs/api-reference',
  ),
  fc.constantFrom(
    '*a*',
    '**b**',
    '`c d`',
    '[e](f)',
    '\x1b[31m',
    '\n',
    '\n\n',
    '\n- ',
    '\n1. ',
    '\n> ',
  ),
  fc.constantFrom('\n# ', '\n\n---\n', '  \n', '&#27;', '~~', '*', '`', '_', '<', '|'),
);
const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '));
const line = fc
  .array(fc.stringMatching(/^[a-z日本]{1,12}$/), { maxLength: 8 })
  .map((words) => words.join(' '));
const width = fc.integer({ min: 20, max: 160 });

const facts = fc.array(
  fc.record({ name: line, value: text, note: text, style: fc.constant('good' as const) }),
  { maxLength: 4 },
);
const table = fc.record({
  head: fc.constant(['name', 'amount', 'what it means']),
  rows: fc.array(fc.tuple(line, fc.constantFrom('1', '$12.00'), line), { maxLength: 4 }),
  align: fc.constant(['left', 'right', 'left'] as const),
});
const columns = fc.array(fc.record({ title: line, body: text, footer: line }), { maxLength: 4 });
const error = fc.record({
  message: text,
  advice: text,
  code: fc.constant('rate_limited' as const),
  status: fc.constantFrom(null, 429),
  requestId: fc.constantFrom(null, 'req_0123456789abcdef'),
  call: fc.option(
    fc.record({
      apiCode: fc.option(text),
      serverMessage: fc.option(text),
      retryHelps: fc.boolean(),
      retry: text,
    }),
  ),
});

type Draw = (layout: Layout) => string[];
const drawings: [string, fc.Arbitrary<Draw>][] = [
  // Indented code keeps its length, so no line here begins with four spaces.
  [
    'renderMarkdown',
    text.map(
      (value): Draw =>
        (layout) =>
          renderMarkdown(value.replace(/^ +/gm, ''), layout),
    ),
  ],
  [
    'renderFacts',
    facts.map(
      (value): Draw =>
        (layout) =>
          renderFacts(value, layout),
    ),
  ],
  [
    'renderTable',
    table.map(
      (value): Draw =>
        (layout) =>
          renderTable(value, layout),
    ),
  ],
  [
    'renderColumns',
    columns.map(
      (value): Draw =>
        (layout) =>
          renderColumns(value, layout),
    ),
  ],
  [
    'renderError',
    error.map(
      (value): Draw =>
        (layout) =>
          renderError(value, layout),
    ),
  ],
];

describe.each(drawings)('%s', (_, drawing) => {
  it('draws no line wider than the width', () => {
    holds(
      fc.property(drawing, width, (draw, columns) => {
        expect(widest(draw(plain(columns)))).toBeLessThanOrEqual(columns);
      }),
    );
  });

  it('says the same with and without colour', () => {
    holds(
      fc.property(drawing, width, (draw, columns) => {
        expect(draw(colored(columns)).map(stripAnsi)).toEqual(draw(plain(columns)));
      }),
    );
  });

  it('writes no control character but its own colours, and no space at the end of a line', () => {
    holds(
      fc.property(drawing, width, (draw, columns) => {
        for (const drawn of draw(plain(columns))) expect(drawn).not.toMatch(/\p{Cc}| $/u);
      }),
    );
  });
});
