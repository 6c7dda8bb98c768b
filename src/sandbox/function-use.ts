import type { FunctionResult, FunctionUse } from './standin/tools/function.ts';
import type { CreateResponse } from './wire/create-response.ts';
import { ApiError } from './wire/errors.ts';
import type { SentItem } from './wire/items.ts';
import { textOf } from './wire/parts.ts';
import type { FunctionTool, ToolChoice } from './wire/tools.ts';

type Asked = Pick<CreateResponse, 'tools' | 'tool_choice' | 'parallel_tool_calls'>;

/** What a request lets the model do with functions. */
export function functionUseOf(
  { tools, tool_choice, parallel_tool_calls }: Asked,
  items: readonly SentItem[],
): FunctionUse {
  return {
    inParallel: parallel_tool_calls ?? true,
    results: resultsSinceQuestion(items),
    ...chosen(tools ?? [], tool_choice ?? 'auto'),
  };
}

function chosen(
  tools: readonly FunctionTool[],
  choice: ToolChoice,
): Pick<FunctionUse, 'functions' | 'choice'> {
  if (typeof choice === 'string') return { functions: tools, choice };
  if (choice.type === 'function') {
    return { functions: tools.filter(({ name }) => name === choice.name), choice: 'required' };
  }
  const allowed = choice.tools.map(({ name }) => name);
  return { functions: tools.filter(({ name }) => allowed.includes(name)), choice: choice.mode };
}

/** The calls after the last message of the user, each with its output. */
function resultsSinceQuestion(items: readonly SentItem[]): FunctionResult[] {
  const question = items.findLastIndex((item) => item.type === 'message' && item.role === 'user');
  const since = items.slice(question + 1);
  if (since.length === 0) return [];
  const outputs = new Map(
    since.flatMap((item) =>
      item.type === 'function_call_output'
        ? [[item.call_id, outputText(item.output)] as const]
        : [],
    ),
  );
  return since.flatMap((item) => {
    const output = item.type === 'function_call' ? outputs.get(item.call_id) : undefined;
    return item.type === 'function_call' && output !== undefined
      ? [{ name: item.name, arguments: item.arguments, output }]
      : [];
  });
}

/** What a function gave, as text. */
export function outputText(
  output: Extract<SentItem, { type: 'function_call_output' }>['output'],
): string {
  return typeof output === 'string' ? output : textOf(output);
}

/**
 * Refuses a conversation in which a call has no output, or an output no call before it.
 * @throws ApiError 400
 */
export function checkCallsAreAnswered(items: readonly SentItem[]): void {
  const open = new Set<string>();
  const called = new Set<string>();
  for (const item of items) {
    if (item.type === 'function_call') {
      open.add(item.call_id);
      called.add(item.call_id);
    }
    if (item.type === 'function_call_output') {
      if (!called.has(item.call_id)) throw noCall(item.call_id);
      open.delete(item.call_id);
    }
  }
  for (const callId of open) throw noOutput(callId);
}

function noCall(callId: string): ApiError {
  const message = `No tool call found for function call output with call_id ${callId}.`;
  return new ApiError(400, message, { param: 'input' });
}

function noOutput(callId: string): ApiError {
  return new ApiError(400, `No tool output found for function call ${callId}.`, { param: 'input' });
}
