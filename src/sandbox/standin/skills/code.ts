import { type Skill, said } from '../reply.ts';
import { admit } from '../unknown.ts';
import { gist } from '../words.ts';

const asked =
  /^(?:please |can you |could you )*(?:write|create|build|implement|generate|make|fix|debug|refactor)\b.{0,60}\b(?:code|program|script|function|class|component|query|regex|website|app|page|essay|article|email|letter|blog post)\b/i;

/** Asked to write a program or a letter, it says that it cannot, rather than explaining a word of the request. */
export const writing: Skill = ({ question }, _style, draw) =>
  asked.test(gist(question)) ? said(admit(question, draw)) : undefined;
