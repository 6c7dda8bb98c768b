import { execPath } from 'node:process';

/** The languages for which there are starters. Any other is judged as a command: `course practice check 03 -- …`. */
export const languages = ['ts', 'python', 'curl'] as const;
export type Language = (typeof languages)[number];

interface Runner {
  readonly extension: string;
  readonly command: (file: string) => readonly [string, ...string[]];
}

/** Both in TypeScript while the course runs from its sources, in JavaScript once it is built. */
const hook = import.meta.url.replace('languages.', 'resolve-hook.');

export const runners: Readonly<Record<Language, Runner>> = {
  ts: {
    extension: 'mts',
    command: (file) => [execPath, '--import', import.meta.resolve('tsx'), '--import', hook, file],
  },
  python: { extension: 'py', command: (file) => ['python3', file] },
  curl: { extension: 'sh', command: (file) => ['sh', file] },
};
