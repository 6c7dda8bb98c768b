import type { Skill } from '../reply.ts';

/** Everything the stand-in can do, in the order in which it is tried. */
export const skills: readonly Skill[] = [];
