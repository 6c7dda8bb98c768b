import type OpenAI from 'openai';
import type { Exchange } from '../client/exchange.ts';
import type { Variant } from '../compare/variant.ts';
import type { PriceList } from '../usage/prices.ts';
import type { RoleName } from '../usage/roles.ts';
import type { Question } from './quiz/question.ts';

/** What a lesson is: declared by its author, run by the runner, drawn by the terminal. */
export interface Lesson {
  /** Two digits: `01`. */
  readonly id: string;
  /** Matches its folder: `lessons/01-first-call`. */
  readonly slug: string;
  readonly title: string;
  /** What the demos ask the model, unless `--prompt` says otherwise. */
  readonly question: string;
  /** What the learner can do afterwards; each starts with a verb. */
  readonly goals: readonly string[];
  readonly steps: readonly Step[];
  /** What to keep in mind, one sentence each. */
  readonly recap: readonly string[];
  readonly quiz: readonly Question[];
}

export interface Step {
  /** Names the step in the learner's progress: never changed once published. */
  readonly id: string;
  readonly title: string;
  /** Markdown, before the demo. */
  readonly text: Text<LessonFacts>;
  readonly prediction?: Prediction;
  readonly demo?: DemoDeclaration;
  /**
   * Draws what just happened, after the demo: the first response field by field, the events of the first stream, or
   * all calls as a waterfall.
   */
  readonly draw?: 'fields' | 'events' | 'waterfall';
  /** Shows the lesson's request as something to run outside of Node, without running it. */
  readonly show?: 'curl';
  /** Markdown, after the demo: what to notice in what just happened. */
  readonly notice?: Text<AfterwardsFacts>;
}

/** Text that may use facts, so that no model, price or measured number is written by hand. */
export type Text<Facts> = string | ((facts: Facts) => string);

export interface LessonFacts {
  /** The model of the step. */
  readonly model: string;
  /** The question as asked: the lesson's, or the learner's. */
  readonly question: string;
  /** The learner's settings run in place of the step's own variants, or of some of them. */
  readonly isReplaced?: boolean;
}

/** What a text after the demo may use besides. */
export interface AfterwardsFacts extends LessonFacts, StepOutcome {
  readonly prices: PriceList;
}

/** What a demo did. */
export interface StepOutcome {
  readonly exchanges: readonly Exchange[];
  /** What it printed. */
  readonly printed: string;
}

export interface DemoDeclaration {
  /** File name in the lesson's folder; its text is what the learner sees. */
  readonly file: string;
  /** What that file exports. */
  readonly run: Demo;
  readonly role: RoleName;
  /** The demo asks the lesson's question: the learner's request flags apply to it. */
  readonly asksQuestion: boolean;
  /** Runs it once for each of these, side by side; the learner's flags win where both set something. */
  readonly variants?: readonly Variant[];
  /** Runs each variant this often and tells how much the answers differ; 1 if left out. */
  readonly samples?: number;
  /** What runs instead with `--no-stream`: the same without streaming. A demo that streams has one. */
  readonly unstreamed?: { readonly file: string; readonly run: Demo };
  /** What the demo does that only OpenAI's API is known to do, as a verb phrase: with another server it runs on the sandbox. */
  readonly onlyOpenAI?: string;
  /** Set for a step that provokes a failure: it runs on the sandbox with every provider, and says why. */
  readonly onSandbox?: { readonly because: string; readonly fail?: string };
}

/** Plain code for the SDK, with everything it uses handed in under the name that it has in any program. */
export type Demo = (client: OpenAI, surroundings: DemoSurroundings) => Promise<void>;

export interface DemoSurroundings {
  readonly model: string;
  readonly question: string;
  /** What the registry says of the model. */
  readonly acceptsTemperature: boolean;
  /** List price of the model in USD per million tokens. */
  readonly price: {
    readonly input: number;
    readonly cachedInput: number;
    readonly output: number;
  };
  readonly fetch: (url: string, init: RequestInit) => Promise<WireResponse>;
  readonly console: { readonly log: (...values: unknown[]) => void };
  readonly process: {
    readonly env: {
      readonly OPENAI_API_KEY: string;
      readonly OPENAI_BASE_URL: string | undefined;
    };
    readonly stdout: { readonly write: (text: string) => void };
  };
}

/** A `fetch` response as demos use it: its JSON has the documented fields, or a demo fails. */
interface WireResponse {
  readonly ok: boolean;
  readonly status: number;
  readonly json: () => Promise<{
    readonly output: readonly {
      readonly content?: readonly { readonly text: string }[];
    }[];
    readonly error: { readonly message: string; readonly code: string | null };
  }>;
}

/** Asked before the demo runs, answered by what happened. */
export type Prediction =
  | {
      readonly kind: 'number';
      readonly question: string;
      readonly unit: string;
      /** The number that was asked for; null when this run does not tell. */
      readonly measure: (outcome: StepOutcome) => number | null;
      readonly reveal: Text<AfterwardsFacts>;
    }
  | {
      readonly kind: 'choice';
      readonly question: string;
      readonly choices: readonly string[];
      /** Index of the choice that came true; null when this run does not tell. */
      readonly outcome: (outcome: StepOutcome) => number | null;
      readonly reveal: Text<AfterwardsFacts>;
    };

/** Gives the text itself, with its facts filled in. */
export function fillIn<Facts>(text: Text<Facts>, facts: Facts): string {
  return typeof text === 'string' ? text : text(facts);
}
