import type { Conversation } from '../conversation.ts';
import { findTopics, isOpen } from './find.ts';
import type { Topic } from './topic.ts';

/**
 * The topics of the question; those of the latest earlier question that has any when this one has no subject of
 * its own: "Give me an example", "And in one sentence?".
 */
export function topicsInMind({ question, earlier }: Conversation): readonly Topic[] {
  const topics = findTopics(question);
  if (topics.length > 0 || !isOpen(question)) return topics;
  return earlier
    .filter(({ role }) => role === 'user')
    .reduce<readonly Topic[]>((latest, { text }) => {
      const found = findTopics(text);
      return found.length > 0 ? found : latest;
    }, []);
}
