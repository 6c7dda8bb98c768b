import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ChildResult, runChild } from './child.ts';
import { packageRoot, scratchFolder } from './course.ts';

/** A folder of its own where `openai` resolves, as after `npm install openai`. */
export function projectFolder(): string {
  const folder = scratchFolder();
  symlinkSync(join(packageRoot, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Runs a program that the course has printed, as a learner would who has pasted it into a file. */
export function runProgram(
  language: 'js' | 'sh',
  source: string,
  env: Readonly<Record<string, string>>,
): Promise<ChildResult> {
  const cwd = projectFolder();
  const { file, command } = runners[language];
  writeFileSync(join(cwd, file), source);
  const [program = '', ...args] = command;
  return runChild(program, [...args, file], { cwd, env });
}

const runners = {
  js: { file: 'program.mjs', command: [process.execPath] },
  sh: { file: 'program.sh', command: ['sh'] },
} as const;
