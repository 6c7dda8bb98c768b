import type { Skill } from '../reply.ts';
import { writing } from './code.ts';
import { count } from './count.ts';
import { create } from './create.ts';
import { decide } from './decide.ts';
import { echo } from './echo.ts';
import { extract } from './extract.ts';
import { list } from './list.ts';
import { earlierMessages, facts } from './memory.ts';
import { sentiment } from './sentiment.ts';
import { sums } from './sums.ts';
import { talk } from './talk.ts';
import { measuring, rewriting, summary } from './texts.ts';
import { translate } from './translate.ts';

/** Everything the stand-in can do, in the order in which it is tried. */
export const skills: readonly Skill[] = [
  talk,
  translate,
  echo,
  sentiment,
  extract,
  summary,
  rewriting,
  measuring,
  earlierMessages,
  facts,
  count,
  decide,
  sums,
  create,
  writing,
  list,
];
