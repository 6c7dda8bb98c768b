import { remembered } from '../../usage/remembered.ts';
import { type Conversation, readConversation, type Turn } from './conversation.ts';
import { contrast, explain } from './explain.ts';
import { type Reply, said } from './reply.ts';
import { type Draw, type Sampling, sampler } from './sampling.ts';
import { say } from './say.ts';
import { lastHaiku } from './skills/create.ts';
import { skills } from './skills/skills.ts';
import { readStyle, type Style } from './style/style.ts';
import { topicsInMind } from './topics/recall.ts';
import { admit } from './unknown.ts';
import { gist } from './words.ts';

export type { Turn };

export interface StandinRequest extends Sampling {
  /** Messages in order. `instructions` of the request arrives as the first turn, role `developer`. */
  readonly turns: readonly Turn[];
}

/**
 * Answers a conversation in place of a model: with a skill (sums, lists, recall, …), else with what it knows of a
 * topic, else by saying that it does not know. Never throws and never answers nothing; instructions it does not
 * understand have no effect. The time it takes grows with the length of the text and no faster.
 */
export function answer(request: StandinRequest): string {
  return request.temperature > 0 ? drawn(request) : likeliest(JSON.stringify(request.turns));
}

/** At temperature 0 nothing is drawn: the same conversation has the same answer. */
const likeliest = remembered((turns) =>
  drawn({ turns: JSON.parse(turns), temperature: 0, topP: 1, random: () => 0 }),
);

function drawn({ turns, ...sampling }: StandinRequest): string {
  const conversation = readConversation(turns);
  const style = readStyle(conversation);
  const draw = sampler(sampling);
  return say(reply(conversation, style, draw), conversation.question, style, draw);
}

function reply(conversation: Conversation, style: Style, draw: Draw): Reply {
  for (const skill of skills) {
    const done = skill(conversation, style, draw);
    if (done) return done;
  }
  return (
    speakOfTopics(conversation, style, draw) ??
    lastHaiku(conversation, style, draw) ??
    said(admit(conversation.question, draw))
  );
}

function speakOfTopics(conversation: Conversation, style: Style, draw: Draw): Reply | undefined {
  const { question } = conversation;
  const [first, second] = topicsInMind(conversation);
  if (!first) return undefined;
  if (second && /\b(?:differ\w*|compar\w*|versus|vs|or|than)\b/i.test(gist(question))) {
    const topic = `${first.names[0]} and ${second.names[0]}`;
    return { kind: 'told', topic, text: contrast(first, second, style, draw) };
  }
  const [topic] = first.names;
  return { kind: 'told', topic, text: explain(first, gist(question), style, draw) };
}
