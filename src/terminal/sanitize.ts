/**
 * Which characters start, continue and end a control sequence: ECMA-48 (sections 5.3 to 5.6, 8.3)
 * and "Control sequences" of xterm. Bidirectional overrides: Unicode Standard Annex #9, as in
 * CVE-2021-42574.
 */
const suspicious = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;

type State =
  | 'text'
  | 'after return' // a carriage return was read and told as a line break
  | 'escape' // after ESC
  | 'escape, intermediate' // after ESC and one of the characters before its last
  | 'control sequence' // after CSI
  | 'control string'; // after OSC, DCS, SOS, PM or APC

/** The state after one UTF-16 unit, and what of it is kept. */
type Step = readonly [next: State, kept: string];

const stringOpeners = 'PX]^_';
const c1: Readonly<Record<string, State>> = {
  '\x9b': 'control sequence',
  '\x90': 'control string',
  '\x98': 'control string',
  '\x9d': 'control string',
  '\x9e': 'control string',
  '\x9f': 'control string',
};

const readers: Readonly<Record<State, (unit: string) => Step>> = {
  text: readText,
  'after return': (unit) => (unit === '\n' ? ['text', ''] : readText(unit)),
  escape: (unit) => {
    if (unit === '[') return ['control sequence', ''];
    if (stringOpeners.includes(unit)) return ['control string', ''];
    return readEscape(unit);
  },
  'escape, intermediate': readEscape,
  'control sequence': (unit) => {
    if (unit >= ' ' && unit <= '?') return ['control sequence', ''];
    return unit >= '@' && unit <= '~' ? ['text', ''] : readText(unit);
  },
  'control string': (unit) => {
    // A line break ends it too, so that a sequence that is never closed swallows one line and no
    // more.
    if (unit === '\x1b' || unit === '\n' || unit === '\r') return readText(unit);
    return [/[\x07\x18\x1a\x9c]/.test(unit) ? 'text' : 'control string', ''];
  },
};

function readText(unit: string): Step {
  if (unit === '\r') return ['after return', '\n'];
  if (unit === '\x1b') return ['escape', ''];
  return [c1[unit] ?? 'text', suspicious.test(unit) ? '' : unit];
}

function readEscape(unit: string): Step {
  if (unit >= ' ' && unit <= '/') return ['escape, intermediate', ''];
  return unit >= '0' && unit <= '~' ? ['text', ''] : readText(unit);
}

/**
 * Gives a function that takes a text chunk by chunk and gives each chunk back at once, safe to
 * show: without control sequences (also when split between chunks), control characters and
 * bidirectional overrides. Line feeds and tabs stay; CRLF and a lone CR become a line feed.
 */
export function createSanitizer(): (chunk: string) => string {
  let state: State = 'text';
  return (chunk) => {
    if (state === 'text' && !suspicious.test(chunk)) return chunk;
    let kept = '';
    for (let index = 0; index < chunk.length; index++) {
      const [next, piece] = readers[state](chunk.charAt(index));
      state = next;
      kept += piece;
    }
    return kept;
  };
}

/** The whole of a model's or server's text, safe to show: see `createSanitizer`. */
export function sanitize(text: string): string {
  return createSanitizer()(text);
}
