import type { FreeText, Kind } from './kinds.ts';

/** What stands for a value that the prompt does not have: plain examples, the first the likeliest. */
export const examples: Readonly<Record<Exclude<Kind, FreeText>, readonly [string, ...string[]]>> = {
  email: ['ada@example.com', 'grace@example.org', 'alan@example.net'],
  link: ['https://example.com/', 'https://example.org/guide', 'https://example.net/news'],
  phone: ['+1 555 0100', '+1 555 0134', '+1 555 0172'],
  date: ['2026-01-15', '2026-06-30', '2026-11-20'],
  time: ['09:30', '14:00', '18:45'],
  amount: ['$10', '$25', '$99'],
  place: ['Paris', 'Tokyo', 'Nairobi'],
  symbol: ['ACME', 'EXMP', 'TEST'],
  code: ['A-1001', 'B-2002', 'C-3003'],
  thing: ['Example', 'Sample', 'Specimen'],
  name: ['Ada Lovelace', 'Grace Hopper', 'Alan Turing'],
  language: ['English', 'French', 'German'],
  sum: ['1 + 1', '2 * 3', '10 / 4'],
};

/** An example of each string format of OpenAI's strict subset (its guide to structured outputs). */
const formats: Readonly<Record<string, (random: () => number) => string>> = {
  'date-time': (random) => `2026-${twoDigits(random, 12)}-${twoDigits(random, 28)}T09:30:00Z`,
  date: (random) => `2026-${twoDigits(random, 12)}-${twoDigits(random, 28)}`,
  time: (random) => `${twoDigits(random, 23)}:30:00Z`,
  duration: (random) => `PT${twoDigits(random, 59)}M`,
  email: () => examples.email[0],
  hostname: () => 'example.com',
  ipv4: (random) => `192.0.2.${1 + Math.floor(random() * 254)}`,
  ipv6: (random) => `2001:db8::${(1 + Math.floor(random() * 0xfffe)).toString(16)}`,
  uuid: (random) =>
    '********-****-4***-8***-************'.replaceAll('*', () =>
      Math.floor(random() * 16).toString(16),
    ),
  uri: () => examples.link[0],
};

/** A text in this format; undefined for a format that is not known. */
export function exampleOf(format: unknown, random: () => number): string | undefined {
  return typeof format === 'string' && Object.hasOwn(formats, format)
    ? formats[format]?.(random)
    : undefined;
}

/** From 01 up to `most`. */
function twoDigits(random: () => number, most: number): string {
  return String(1 + Math.floor(random() * most)).padStart(2, '0');
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** A date as people write it, in ISO form; undefined when the year or the day is open. */
export function isoDate(text: string): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const [, month] = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.exec(text) ?? [];
  const [, day] = /\b(\d{1,2})(?!\d)/.exec(text) ?? [];
  const [year] = /\b\d{4}\b/.exec(text) ?? [];
  if (month === undefined || day === undefined || year === undefined) return undefined;
  const number = months.indexOf(month.toLowerCase()) + 1;
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
