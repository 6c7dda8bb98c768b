import type { RecordedRequest } from '../client/exchange.ts';
import { CourseError } from '../errors.ts';
import type { Provider } from '../provider.ts';
import { Secret } from '../secret.ts';

/**
 * A provider that keeps the first request and sends nothing: for `--dry-run`. `captured` throws
 * CourseError `not_supported` when there was none: a demo may decide to send nothing.
 */
export function capturingProvider(): { provider: Provider; captured: () => RecordedRequest } {
  let first: RecordedRequest | undefined;
  const provider: Provider = {
    name: 'sandbox',
    baseUrl: null,
    address: 'https://nowhere.invalid/v1',
    key: new Secret('sk-none'),
    organization: null,
    project: null,
    fetch: async (input, init) => {
      first ??= {
        method: init?.method ?? 'GET',
        path: new URL(String(input)).pathname,
        body: typeof init?.body === 'string' ? JSON.parse(init.body) : null,
      };
      throw new TypeError('fetch failed');
    },
  };
  const captured = () => {
    if (first) return first;
    throw new CourseError(
      'not_supported',
      'This step would send no request, so there is none to show.',
      'Run it without --dry-run to see why, or name another step with --step.',
    );
  };
  return { provider, captured };
}
