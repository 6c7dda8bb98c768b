import { code } from './code.ts';
import { data } from './data.ts';
import { javascript } from './javascript.ts';
import { learning } from './learning.ts';
import { models } from './models.ts';
import { reliability } from './reliability.ts';
import { requests } from './requests.ts';
import { security } from './security.ts';
import { systems } from './systems.ts';
import type { Topic } from './topic.ts';
import { web } from './web.ts';

/** Everything the stand-in can talk about. */
export const topics: readonly Topic[] = [
  models,
  learning,
  requests,
  reliability,
  web,
  data,
  code,
  javascript,
  systems,
  security,
].flat();
