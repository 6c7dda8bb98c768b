import { describe, expect, it } from 'vitest';
import { RequestLog } from '../../src/commands/request-log.ts';
import type { LogEntry } from '../../src/sandbox/middleware.ts';
import { createTheme } from '../../src/terminal/theme.ts';
import { manualClock } from '../helpers/clock.ts';

/** A log, what it has written so far, a string for each write, and its clock. */
function setUp() {
  const clock = manualClock();
  const writes: string[] = [];
  const note = (lines: readonly string[]) => void writes.push(lines.join('\n'));
  const err = { theme: createTheme({ color: false }), width: 80 };
  return { clock, writes, log: new RequestLog(clock, { note, err }) };
}

const entry = (requestId: string, status: number | null = 200): LogEntry => ({
  method: 'POST',
  path: '/v1/responses',
  status,
  ms: 12,
  usage: status === 200 ? { input_tokens: 13, output_tokens: 51 } : null,
  requestId,
});
const answered = (id: string) =>
  `12:00:00  POST /v1/responses  200  13 tokens in, 51 out  12 ms  ${id}`;
const refused = (id: string) => `12:00:00  POST /v1/responses  401  12 ms  ${id}`;
const rule = 'Any key that begins with sk- and does not contain “wrong” will do.';

describe('The log of requests', () => {
  it('writes a line that comes alone at once', () => {
    const { clock, writes, log } = setUp();
    log.add(entry('req_1'));
    expect(writes).toEqual([answered('req_1')]);
    clock.advance(20);
    log.add(entry('req_2', null));
    expect(writes.slice(1)).toEqual(['12:00:00  POST /v1/responses  no answer  12 ms  req_2']);
  });

  it('writes those that come together in their order, in two writes', () => {
    const { clock, writes, log } = setUp();
    for (const id of ['req_1', 'req_2', 'req_3']) log.add(entry(id));
    clock.advance(20);
    expect(writes).toEqual([answered('req_1'), `${answered('req_2')}\n${answered('req_3')}`]);
    expect(clock.waiting()).toBe(0);
  });

  it('tells once what key will do, below the line of the first refused one', () => {
    const { clock, writes, log } = setUp();
    log.add(entry('req_1'));
    for (const id of ['req_2', 'req_3']) log.add(entry(id, 401));
    clock.advance(20);
    expect(writes.slice(1)).toEqual([`${refused('req_2')}\n${rule}\n${refused('req_3')}`]);
  });

  it('leaves nothing unwritten when it is flushed', () => {
    const { clock, writes, log } = setUp();
    for (const id of ['req_1', 'req_2']) log.add(entry(id));
    log.flush();
    expect(writes).toEqual([answered('req_1'), answered('req_2')]);
    clock.advance(20);
    expect(writes).toHaveLength(2);
  });

  it('shows no control character of a path', () => {
    const { writes, log } = setUp();
    log.add({ ...entry('req_1'), path: '/v1/\u001b[31mred' });
    expect(writes[0]).not.toContain('\u001b');
  });
});
