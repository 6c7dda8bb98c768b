import type { Clock } from './context.ts';

/** Read once: the getter takes longer than `now`, which is asked at every chunk of a stream. */
const timeOrigin = performance.timeOrigin;

/** The real clock. */
export const systemClock: Clock = {
  now: () => timeOrigin + performance.now(),

  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const stop = () => {
        clearTimeout(timeout);
        reject(signal?.reason);
      };
      const timeout = setTimeout(() => {
        signal?.removeEventListener('abort', stop);
        resolve();
      }, ms);
      signal?.addEventListener('abort', stop, { once: true });
    }),

  timer: (ms, callback) => {
    const timeout = setTimeout(callback, ms);
    return { refresh: () => timeout.refresh(), clear: () => clearTimeout(timeout) };
  },
};
