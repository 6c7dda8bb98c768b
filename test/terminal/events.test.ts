import { describe, expect, it } from 'vitest';
import type { StreamEvent } from '../../src/client/exchange.ts';
import { renderEvents } from '../../src/terminal/events.ts';
import { exchangeWith } from '../helpers/exchange.ts';
import { plain } from './capture.ts';

const event = (atMs: number, type: string, data: object = {}): StreamEvent => ({
  atMs,
  type,
  data,
});
const delta = (atMs: number, text: string) =>
  event(atMs, 'response.output_text.delta', { delta: text });

const events = [
  event(210, 'response.created', { response: { status: 'in_progress', usage: null } }),
  delta(420, 'Hello'),
  delta(430, ' there'),
  event(500, 'response.completed', {
    response: { status: 'completed', usage: { total_tokens: 9 } },
  }),
];

describe('The events of a stream', () => {
  it('are told in order, equal ones in one row with their text', () => {
    expect(renderEvents(exchangeWith({ events }), plain(80))).toEqual([
      ' after  event                           carries',
      '210 ms  response.created                status in_progress, no usage yet',
      '420 ms  response.output_text.delta × 2  Hello there',
      '500 ms  response.completed              status completed, usage of 9 tokens',
    ]);
  });

  it('use all the room there is for a long text, and no more', () => {
    const long = 'word '.repeat(60);
    for (const width of [80, 120]) {
      const lines = renderEvents(exchangeWith({ events: [delta(10, long)] }), plain(width));
      expect(lines[1]).toMatch(/…$/);
      expect(lines[1]?.length).toBeGreaterThan(width - 6);
      expect(lines[1]?.length).toBeLessThanOrEqual(width);
    }
  });

  it('that are none are said to be none', () => {
    expect(renderEvents(undefined, plain(80))).toEqual(['Nothing was streamed.']);
  });
});
