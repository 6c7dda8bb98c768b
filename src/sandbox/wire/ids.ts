import { createRandom, type Random } from '../random.ts';

const alphanumerics = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

function draw(alphabet: string, length: number, random: Random): string {
  let drawn = '';
  while (drawn.length < length) drawn += alphabet.charAt(random() * alphabet.length);
  return drawn;
}

const hexPairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** @param length a multiple of 8: a random number has as many hex digits */
function drawHex(length: number, random: Random): string {
  let drawn = '';
  while (drawn.length < length) {
    const bits = random() * 2 ** 32;
    for (let shift = 24; shift >= 0; shift -= 8) drawn += hexPairs[(bits >>> shift) & 0xff];
  }
  return drawn;
}

/** `req_` and 32 hex digits, as in the x-request-id header. */
export function createRequestId(random: Random): string {
  return `req_${drawHex(32, random)}`;
}

/** `call_` and 24 letters and digits: by it an output finds its call. */
export function createCallId(random: Random): string {
  return `call_${draw(alphanumerics, 24, random)}`;
}

/** `chatcmpl-` and 29 letters and digits. */
export function createChatCompletionId(random: Random): string {
  return `chatcmpl-${draw(alphanumerics, 29, random)}`;
}

/** `file-` and 22 letters and digits. */
export function createFileId(random: Random): string {
  return `file-${draw(alphanumerics, 22, random)}`;
}

/** Of a batch, or of one of its requests: 32 hex digits. */
export function createBatchId(prefix: 'batch' | 'batch_req', random: Random): string {
  return `${prefix}_${drawHex(32, random)}`;
}

/**
 * Makes the ids of one response and its items. Recorded form: prefix, 16 hex digits that all of them share,
 * `00`, the Unix time in 8 hex digits, 24 hex digits of their own.
 * @param createdAt Unix seconds
 */
export function createIds(createdAt: number, random: Random): (prefix: IdPrefix) => string {
  const shared = drawHex(16, random);
  const time = createdAt.toString(16).padStart(8, '0');
  return (prefix) => `${prefix}_${shared}00${time}${drawHex(24, random)}`;
}

export type IdPrefix = 'resp' | 'msg' | 'rs' | 'cmp' | 'fc' | 'fco';

/**
 * The padding that hides a delta's length from whoever watches the encrypted traffic: random characters up to
 * the next 16 in all (recorded: "Hello" gets 11, "pong" 12).
 */
export function createObfuscation(delta: string, random: Random): string {
  const length = (16 - (delta.length % 16)) % 16;
  const start = Math.floor(random() * (noise.length - 16));
  return noise.slice(start, start + length);
}

/** Every delta has a piece of it: to draw each character would take longer than all else about a delta. */
const noise = draw(alphanumerics, 4096, createRandom('obfuscation'));
