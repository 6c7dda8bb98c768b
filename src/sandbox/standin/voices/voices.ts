import { child } from './child.ts';
import { comedian } from './comedian.ts';
import { pirate } from './pirate.ts';
import { professor } from './professor.ts';
import { tutor } from './tutor.ts';
import type { Voice } from './voice.ts';

/** The voices that can be asked for. */
export const voices: readonly Voice[] = [tutor, comedian, professor, pirate, child];
