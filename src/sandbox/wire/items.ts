import { type InputPart, type Part, textOf } from './parts.ts';

export const roles = ['user', 'assistant', 'system', 'developer'] as const;

/** What a message of either side can be while it is made and afterwards. */
type ItemStatus = 'in_progress' | 'completed' | 'incomplete';
type Phase = 'commentary' | 'final_answer';

/** A message, as it is listed in `input_items` and in `output`; key order as recorded. */
export interface Message {
  readonly id: string;
  readonly type: 'message';
  readonly status: ItemStatus;
  readonly content: readonly Part[];
  readonly phase?: Phase;
  readonly role: (typeof roles)[number];
}

/** What a model thought, of which a client sees a summary at most; key order as recorded. */
export interface Reasoning {
  readonly id: string;
  readonly type: 'reasoning';
  readonly content?: readonly never[];
  readonly encrypted_content?: string;
  readonly summary: readonly SummaryText[];
}

interface SummaryText {
  readonly type: 'summary_text';
  readonly text: string;
}

/** What `POST /v1/responses/compact` made of a conversation. */
interface Compaction {
  readonly id: string;
  readonly type: 'compaction';
  readonly encrypted_content: string;
}

/** A function that the model wants called; key order as recorded. */
export interface FunctionCallItem {
  readonly id: string;
  readonly type: 'function_call';
  readonly status: ItemStatus;
  /** JSON as text; cut off when the item is incomplete. */
  readonly arguments: string;
  readonly call_id: string;
  readonly name: string;
}

/** What the client's function gave. */
interface FunctionCallOutput {
  readonly id: string;
  readonly type: 'function_call_output';
  readonly status: ItemStatus;
  readonly call_id: string;
  readonly output: string | readonly InputPart[];
}

export type Item = Message | Reasoning | Compaction | FunctionCallItem | FunctionCallOutput;

/** An item as a client sends it: its id may still be missing. */
export type SentItem = Item extends infer Each
  ? Each extends Item
    ? Omit<Each, 'id'> & { readonly id: string | null }
    : never
  : never;

/** What a message says, its parts put together. */
export function messageText({ content }: Pick<Message, 'content'>): string {
  return textOf(content);
}
