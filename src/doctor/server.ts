import { isOfficial, type Target } from '../config.ts';
import type { Context } from '../context.ts';
import { today } from '../course-env.ts';
import { CourseError } from '../errors.ts';
import type { Provider } from '../provider.ts';
import { findModel } from '../usage/models.ts';
import { modelForRole, shutdownNotice } from '../usage/roles.ts';
import type { DoctorSetup } from './checks.ts';
import { type Finding, failed, note, ok } from './finding.ts';

/** What the server says it has: ids of models and how long it took, or why it did not answer. */
export type Listing =
  | { readonly ids: readonly string[]; readonly ms: number }
  | { readonly failure: CourseError };

/** Asks the server for its models: it needs a good key and costs nothing. */
export async function listModels(
  provider: Provider,
  { context, timeoutMs, maxRetries }: DoctorSetup,
): Promise<Listing> {
  const { createClient, explainError, Recorder } = await import('../client/index.ts');
  const { clock } = context;
  const recorder = new Recorder({
    now: clock.now,
    provider: provider.name,
    baseUrl: provider.baseUrl,
    costOf: () => null,
    onExchange: () => {},
  });
  const client = createClient({
    baseUrl: provider.address,
    apiKey: provider.key.reveal(),
    organization: provider.organization,
    project: provider.project,
    fetch: provider.fetch,
    recorder,
    clock,
    timeoutMs,
    maxRetries,
  });
  const startedAt = clock.now();
  try {
    const page = await client.models.list();
    // The SDK makes an empty page of any JSON.
    if (page.object !== 'list') return { failure: notTheApi() };
    return { ids: page.data.map(({ id }) => id), ms: clock.now() - startedAt };
  } catch (error) {
    const failure = explainError(error);
    return { failure: failure ?? notTheApi(error) };
  }
}

function notTheApi(cause?: unknown): CourseError {
  return new CourseError(
    'not_an_api_answer',
    'It answers, but not like the OpenAI API: GET /models gives no list.',
    'Check the base URL: it mostly ends in /v1.',
    { cause },
  );
}

export function checkServer(listing: Listing, { baseUrl }: Target): Finding {
  const name = baseUrl?.value ?? 'the sandbox';
  if ('failure' in listing) {
    const { message, advice, call } = listing.failure;
    return failed(
      [`${name}: ${message}`, call?.serverMessage].filter(Boolean).join(' It said: '),
      advice,
    );
  }
  return ok(`${name} answered in ${Math.round(listing.ms)} ms with ${listing.ids.length} models`);
}

/** Whether the model that most steps ask for is there, and will be for a while. */
export function checkModel(
  listing: Listing,
  { context, surroundings, target }: DoctorSetup,
): Finding {
  const chosen = surroundings.model?.value;
  const id = chosen ?? modelForRole('default', today(context)).model.id;
  if ('failure' in listing)
    return note(`${id}: not asked for, since the server does not answer`, 'Mend that first.');
  if (!listing.ids.includes(id)) {
    return failed(
      `the server does not list ${id}`,
      `Choose one that it lists with OPENAI_MODEL or --model: ${listing.ids.slice(0, 5).join(', ')} …`,
    );
  }
  return noticeFor(id, target, context) ?? ok(`${id} is there`);
}

function noticeFor(id: string, target: Target, context: Context): Finding | null {
  const model = target.provider === 'sandbox' || isOfficial(target) ? findModel(id) : undefined;
  const notice = model && shutdownNotice(model, today(context));
  return notice
    ? note(notice, 'The lessons move to the replacement by themselves on that day.')
    : null;
}
