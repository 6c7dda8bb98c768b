import { models } from './models.ts';
import { requests } from './requests.ts';
import type { Topic } from './topic.ts';

/** Everything the stand-in can talk about. */
export const topics: readonly Topic[] = [...models, ...requests];
