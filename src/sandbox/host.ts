import { ApiError } from './wire/errors.ts';

/**
 * Whether a `Host` header names this machine. A web page whose own name leads here (DNS rebinding) names itself.
 * @param host with or without a port
 */
export function isLocal(host: string | undefined): boolean {
  return /^(127(\.\d{1,3}){3}|localhost|\[::1\])(:\d{1,5})?$/i.test(host ?? '');
}

export function notLocal(): ApiError {
  return new ApiError(421, 'The sandbox answers to local names only.');
}
