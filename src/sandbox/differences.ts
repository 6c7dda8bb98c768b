import { omissions } from './omissions.ts';

/** Names of OpenAI's OpenAPI document that a difference leaves out, by kind; `*` stands for any characters. */
export type Omitted = Readonly<Partial<Record<OmittedKind, readonly string[]>>>;

/**
 * Endpoints as `GET /v1/models`, parameters as `POST /v1/responses: prompt`, types of stream events, tools, input
 * items, parts of a user's message and `text.format`, and codes in the `error` of a failed response.
 */
type OmittedKind =
  | 'endpoints'
  | 'parameters'
  | 'events'
  | 'tools'
  | 'items'
  | 'parts'
  | 'formats'
  | 'codes';

/** One way in which the sandbox knowingly differs from the API. */
export interface Difference {
  readonly area:
    | 'endpoints'
    | 'input'
    | 'answers'
    | 'tokens'
    | 'errors'
    | 'accounts'
    | 'storage'
    | 'network';
  readonly sandbox: string;
  readonly api: string;
  readonly omits?: Omitted;
}

/** All of them. What they omit is compared with OpenAI's OpenAPI document and with what the sandbox really does. */
export const differences: readonly Difference[] = [
  ...omissions,
  {
    area: 'input',
    sandbox:
      'Checked and echoed, without effect: presence_penalty, frequency_penalty, verbosity, service_tier, user, safety_identifier, prompt_cache_key, max_tool_calls, logprobs',
    api: 'They change the answer, what it costs, or how abuse is traced; logprobs come when asked for',
  },
  {
    area: 'input',
    sandbox: 'Parameters of a query that the sandbox does not use are ignored, include among them',
    api: 'include adds to what is read again',
  },
  {
    area: 'answers',
    sandbox:
      'Written by a stand-in, which knows the topics of this course and simple tasks, and says so when it does not know',
    api: 'Written by a language model',
  },
  {
    area: 'answers',
    sandbox:
      'temperature and top_p choose among ways to say the same thing; seeds make each run repeatable',
    api: 'They choose each token; no answer is sure to come again',
  },
  {
    area: 'answers',
    sandbox:
      'Reasoning is a number of tokens that depends on the effort, and a summary made up from the question',
    api: 'The model thinks; summaries tell what',
    omits: { events: ['response.reasoning_text.*'] },
  },
  {
    area: 'answers',
    sandbox: 'Never refused, filtered or moderated; text alone, no audio',
    api: 'Models refuse, filters cut answers off, and some endpoints speak',
    omits: {
      events: ['response.refusal.*', 'response.audio.*'],
    },
  },
  {
    area: 'answers',
    sandbox: 'As fast as --latency says; the same for every model',
    api: 'As fast as model, length and load allow',
  },
  {
    area: 'tokens',
    sandbox:
      'Counted with o200k_base and the surcharges measured with gpt-4o-mini, for every model (embeddings exactly, with cl100k_base); runs of more than 512 letters or signs may differ by a token each',
    api: 'Other models add a few tokens more or less to a request',
  },
  {
    area: 'answers',
    sandbox: 'Embeddings are near each other for texts that share words, or synonyms out of a list',
    api: 'They are near each other for texts that mean alike, in any words and languages',
  },
  {
    area: 'answers',
    sandbox:
      'A batch takes 3 to 7 seconds (with --latency MS, as many times that; 100 ms each without latency), in the order of its file, at most 2,000 requests between two looks at it, and never expires',
    api: 'A batch takes up to 24 hours, in any order; what is left then expires',
  },
  {
    area: 'tokens',
    sandbox:
      'A repeated beginning of 1,024 tokens or more is always found in the cache while it is kept',
    api: 'Mostly found: the cache is many machines, and a request may reach another',
  },
  {
    area: 'errors',
    sandbox:
      'A response fails, and the server errs, only where --fail says so, with server_error; of a stream that fails, response.failed alone tells',
    api: 'Failures of many kinds. In streams that ended before any text, for want of credit or of tokens a minute, an error event was seen before response.failed: the SDK throws at it',
    omits: {
      events: ['error'],
      codes: [
        'rate_limit_exceeded',
        'invalid_prompt',
        'data_residency_mismatch',
        'bio_policy',
        'vector_store_timeout',
        '*image*',
      ],
    },
  },
  {
    area: 'errors',
    sandbox: 'Texts are OpenAI’s where a recording of them was found, else our own',
    api: 'Texts change without notice: programs go by status and code',
  },
  {
    area: 'accounts',
    sandbox:
      'Any key that begins sk- and does not contain "wrong" is right, and all of them share one organization',
    api: 'Keys belong to projects, and have permissions',
  },
  {
    area: 'accounts',
    sandbox:
      'No limits but those of --rpm and --tpm, the same for each model; headers show those of a large account',
    api: 'Limits by tier and model, also by day and project',
  },
  {
    area: 'accounts',
    sandbox: 'Nothing is billed, nothing is logged anywhere',
    api: 'Billed by token; requests may be seen in the dashboard',
  },
  {
    area: 'accounts',
    sandbox: 'The models of `course models`, shut down by the clock of this machine',
    api: 'More models, fine-tuned ones and those of your organization',
  },
  {
    area: 'storage',
    sandbox:
      'Responses are kept in memory while it runs, 10,000 of them at most, and every key can read them',
    api: 'Kept for 30 days, for the project alone',
  },
  {
    area: 'storage',
    sandbox:
      'Files are kept in memory, 500 MiB of them at most: 200 MiB each for a batch, else 25 MiB; the oldest of 1,000 batches go',
    api: '512 MB each and 2.5 TB for a project; batches and their files stay',
  },
  {
    area: 'storage',
    sandbox: 'encrypted_content can be read by the sandbox that wrote it, while it runs',
    api: 'It can be sent at any later time',
  },
  {
    area: 'network',
    sandbox:
      'HTTP/1.1 and WebSocket on this machine alone, for requests to a local name; no TLS, no CORS',
    api: 'HTTPS, also HTTP/2, behind a content delivery network with headers of its own',
  },
  {
    area: 'network',
    sandbox: 'Each answer has the header x-course-sandbox: simulated',
    api: 'It has not: so you can tell them apart',
  },
];
