import type { Difference } from './differences.ts';

const refused = 'Not offered: 404, as for any path that the API does not know';
const notOffered = 'Refused with code not_offered_by_sandbox';

/** Parts of the API that the sandbox has not; whoever adds one takes its row out of here. */
export const omissions: readonly Difference[] = [
  {
    area: 'endpoints',
    sandbox: refused,
    api: 'Stored chat completions can be listed, read, changed and deleted',
    omits: {
      endpoints: [
        'GET /v1/chat/completions',
        'GET /v1/chat/completions/{completion_id}',
        'POST /v1/chat/completions/{completion_id}',
        'DELETE /v1/chat/completions/{completion_id}',
        'GET /v1/chat/completions/{completion_id}/messages',
      ],
    },
  },
  {
    area: 'endpoints',
    sandbox: refused,
    api: 'A fine-tuned model can be deleted',
    omits: { endpoints: ['DELETE /v1/models/{model}'] },
  },
  {
    area: 'endpoints',
    sandbox: refused,
    api: 'Audio, images, video, realtime, assistants, vector stores, fine-tuning, moderation, evals, administration',
  },
  {
    area: 'input',
    sandbox: notOffered,
    api: 'Prompt templates, conversations that the server keeps, moderation, and settings of context and cache',
    omits: {
      parameters: [
        'POST /v1/responses: prompt',
        'POST /v1/responses: conversation',
        'POST /v1/responses: moderation',
        'POST /v1/responses: context_management',
        'POST /v1/responses: prompt_cache_options',
        'POST /v1/responses/compact: prompt_cache_options',
        'POST /v1/responses/input_tokens: conversation',
      ],
    },
  },
  {
    area: 'input',
    sandbox: notOffered,
    api: 'Batches for older completions, moderation, images and video',
  },
  {
    area: 'input',
    sandbox: 'Refused as unknown',
    api: 'The personality of the answer can be chosen where tokens are counted',
    omits: { parameters: ['POST /v1/responses/input_tokens: personality'] },
  },
  {
    area: 'input',
    sandbox: notOffered,
    api: 'Tools that OpenAI hosts or that are no functions: search, code, computer, images, MCP, shell, patches',
    omits: {
      tools: [
        'file_search',
        'web_search*',
        'computer*',
        'mcp',
        'code_interpreter',
        'programmatic_tool_calling',
        'image_generation',
        'local_shell',
        'shell',
        'custom',
        'namespace',
        'tool_search',
        'apply_patch',
      ],
      items: [
        'file_search_call',
        'web_search_call',
        'computer_call*',
        'mcp_*',
        'code_interpreter_call',
        'program',
        'program_output',
        'image_generation_call',
        'local_shell_call*',
        'shell_call*',
        'custom_tool_call*',
        'additional_tools',
        'tool_search_*',
        'apply_patch_call*',
      ],
      events: [
        'response.file_search_call.*',
        'response.web_search_call.*',
        'response.mcp_*',
        'response.code_interpreter_call*',
        'response.image_generation_call.*',
        'response.shell_call_*',
        'response.custom_tool_call_input.*',
        'response.output_text.annotation.added',
      ],
    },
  },
  {
    area: 'input',
    sandbox: notOffered,
    api: 'Files are read',
    omits: { parts: ['input_file'] },
  },
  {
    area: 'input',
    sandbox: notOffered,
    api: 'A conversation can be compacted by an item in its input',
    omits: { items: ['compaction_trigger'] },
  },
  {
    area: 'input',
    sandbox: notOffered,
    api: 'An item of an earlier answer can stand in the input as its id',
    omits: { items: ['item_reference'] },
  },
];
