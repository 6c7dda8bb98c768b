import type { RequestOverrides } from '../client/overrides.ts';
import { combine, unique, type Variant } from '../compare/variant.ts';
import { modelForRole, type RoleName } from '../usage/roles.ts';
import type { DemoDeclaration } from './lesson.ts';
import type { ResponsesBody } from './snippets.ts';

/** What the learner's flags say about requests. */
export interface RequestSettings {
  /** Replaces the lesson's question; null: the lesson's own. */
  readonly prompt: string | null;
  /** At least one; `{}` changes nothing. */
  readonly variants: readonly [Variant, ...Variant[]];
  readonly maxOutputTokens: number | null;
  /** How often each variant runs; null: as the lesson says. */
  readonly samples: number | null;
  /** False with `--no-stream`. */
  readonly stream: boolean;
  /** Replaces the model of every text role: OPENAI_MODEL. A variant's model wins over it. */
  readonly model: string | null;
}

/** What decides, besides demo and settings, how a demo runs. */
export interface Circumstances {
  /** The day by which a role's model is chosen. */
  readonly today: Date;
  /** The run's requests go to the sandbox. */
  readonly isSimulated: boolean;
  /** The server has the registry's models: OpenAI's API, and the sandbox. */
  readonly hasRegistryModels: boolean;
}

/** One run of a demo, decided before it starts. */
export interface DemoPlan {
  readonly demo: DemoDeclaration;
  /** Why it runs on a sandbox of its own, whatever the provider of the run; null otherwise. */
  readonly onSandboxBecause: string | null;
  /** With --no-stream, a demo that streams: its other file runs. */
  readonly isUnstreamed: boolean;
  /** Its answers come from the stand-in. */
  readonly isSimulated: boolean;
  readonly model: string;
  readonly question: string;
  readonly variant: Variant;
  readonly overrides: RequestOverrides;
}

/** The runs of a demo: one for each combination of its own variants with those of the learner. */
export function planDemo(
  declared: DemoDeclaration,
  question: string,
  settings: RequestSettings,
  circumstances: Circumstances,
): DemoPlan[] {
  const isUnstreamed = !settings.stream && declared.unstreamed !== undefined;
  const demo = isUnstreamed ? { ...declared, ...declared.unstreamed } : declared;
  const onSandboxBecause = whyOnSandbox(demo, settings, circumstances);
  const wanted = settings.variants.map((variant) => applicable(variant, demo, onSandboxBecause));
  return unique(combine([demo.variants ?? [{}], wanted])).map((variant) => ({
    demo,
    onSandboxBecause,
    isUnstreamed,
    isSimulated: circumstances.isSimulated || onSandboxBecause !== null,
    question: settings.prompt ?? question,
    variant,
    ...modelAndOverrides(demo, variant, settings, onSandboxBecause, circumstances.today),
  }));
}

/** Whether the learner's settings leave out variants that a demo declares. */
export function replacesVariants({ variants = [] }: DemoDeclaration, plans: readonly DemoPlan[]) {
  const runs = (own: Variant) => plans.some(({ variant }) => contains(variant, own));
  return !variants.every(runs);
}

function contains(variant: Variant, part: Variant): boolean {
  return unique([variant, { ...variant, ...part }]).length === 1;
}

/** The lesson's question as a request body of its own, with what the learner's flags say. */
export function askedBody(
  question: string,
  settings: RequestSettings,
  circumstances: Circumstances,
): ResponsesBody {
  const [plan] = planDemo(asking, question, settings, circumstances);
  return { model: plan?.model ?? '', input: settings.prompt ?? question, ...plan?.overrides };
}

const asking: DemoDeclaration = {
  file: '',
  run: async () => {},
  role: 'default',
  asksQuestion: true,
};

/** What of the learner's flags holds for a demo: all of it where it asks the question, elsewhere the model. */
function applicable(
  variant: Variant,
  { asksQuestion, role }: DemoDeclaration,
  onSandboxBecause: string | null,
): Variant {
  const { model, ...parameters } = variant;
  // The sandbox has the registry's models only, and an embedding is no text.
  const takesModel = model !== undefined && onSandboxBecause === null && role !== 'embedding';
  return { ...(takesModel && { model }), ...(asksQuestion && parameters) };
}

function whyOnSandbox(
  { onSandbox, onlyOpenAI, role }: DemoDeclaration,
  settings: RequestSettings,
  { hasRegistryModels }: Circumstances,
): string | null {
  if (onSandbox) return onSandbox.because;
  if (onlyOpenAI && !hasRegistryModels) {
    return `it ${onlyOpenAI}, which only OpenAI is known to offer`;
  }
  const isChosen = settings.model !== null || settings.variants.every(({ model }) => model);
  if (role === 'default' || hasRegistryModels || isChosen) return null;
  return 'this step needs a special model, which only OpenAI is known to have';
}

function modelAndOverrides(
  { role, asksQuestion }: DemoDeclaration,
  { model, ...parameters }: Variant,
  settings: RequestSettings,
  onSandboxBecause: string | null,
  today: Date,
): { model: string; overrides: RequestOverrides } {
  const limit = asksQuestion ? settings.maxOutputTokens : null;
  const overrides = { ...parameters, ...(limit !== null && { max_output_tokens: limit }) };
  const isFree = onSandboxBecause === null && role !== 'embedding';
  const chosen = model ?? (isFree ? settings.model : null);
  if (chosen !== null) return { model: chosen, overrides };
  return { ...roleModel(role, overrides, today) };
}

function roleModel(role: RoleName, overrides: RequestOverrides, today: Date) {
  const { model, reasoningEffort } = modelForRole(role, today);
  const effort = reasoningEffort !== null && { reasoning: { effort: reasoningEffort } };
  return { model: model.id, overrides: { ...effort, ...overrides } };
}
