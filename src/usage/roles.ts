import { findModel, isShutDown, type Model } from './models.ts';

/** What a lesson asks for instead of a model: `temperature` accepts one, `reasoning` refuses it. */
export const roleNames = [
  'default',
  'temperature',
  'small',
  'large',
  'reasoning',
  'embedding',
] as const;
export type RoleName = (typeof roleNames)[number];

export interface RoleModel {
  readonly model: Model;
  /** What a request for the role sends as `reasoning.effort`; null: it names none. */
  readonly reasoningEffort: 'none' | null;
}

interface Candidate {
  readonly id: string;
  readonly reasoningEffort: 'none' | null;
}

const mini: Candidate = { id: 'gpt-4o-mini', reasoningEffort: null };
const luna: Candidate = { id: 'gpt-6-luna', reasoningEffort: null };

/** Each role's models in order of preference: the first that is not shut down fills it. */
const candidates: Readonly<Record<RoleName, readonly Candidate[]>> = {
  // OpenAI's advice for those who leave GPT-4.x: help.openai.com/en/articles/20001600.
  default: [mini, { ...luna, reasoningEffort: 'none' }],
  // gpt-5.4-mini accepts a temperature as long as no effort is asked for.
  temperature: [mini, { id: 'gpt-5.4-mini', reasoningEffort: null }],
  small: [luna],
  large: [{ id: 'gpt-6-sol', reasoningEffort: null }],
  // Reasons with medium effort unless told otherwise, and then refuses a temperature.
  reasoning: [luna],
  embedding: [{ id: 'text-embedding-3-small', reasoningEffort: null }],
};

/**
 * The model that fills a role on a day.
 * Throws when every candidate is shut down: the registry then needs a new one.
 */
export function modelForRole(role: RoleName, today: Date): RoleModel {
  for (const { id, reasoningEffort } of candidates[role]) {
    const model = findModel(id);
    if (model && !isShutDown(model, today)) return { model, reasoningEffort };
  }
  throw new Error(`No model is left for the role "${role}".`);
}

const noticeDays = 90;
const dayMs = 86_400_000;

/**
 * One line that names the date and the replacement, from 90 days before a model's shut-down date on;
 * null before that, and for a model without a date. Days are counted in UTC.
 */
export function shutdownNotice(model: Model, today: Date): string | null {
  if (model.shutdown === null) return null;
  const move = `use ${model.replacement} instead`;
  if (isShutDown(model, today)) {
    return `${model.id} was announced to shut down on ${model.shutdown}, which has passed: ${move}.`;
  }
  const days = Math.ceil((Date.parse(model.shutdown) - today.getTime()) / dayMs);
  if (days > noticeDays) return null;
  return `${model.id} shuts down on ${model.shutdown}, in ${days} ${days === 1 ? 'day' : 'days'}: ${move}.`;
}
