import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import type { Random } from './random.ts';

/** What may be sealed; one kind cannot be opened as another. */
export type Sealed = 'reasoning' | 'compaction';

/** Every `encrypted_content` of the API begins with these bytes (`gAAAAA`). */
const head = Buffer.from([0x80, 0, 0, 0, 0]);
const nonceLength = 12;
const tagLength = 16;

/**
 * Encrypts what a client keeps for the server: it can hand it back but neither read nor change it (AES-256-GCM).
 * Two sandboxes with the same secret open each other's.
 */
export class Seal {
  readonly #key: Buffer;

  constructor(secret: string) {
    this.#key = createHash('sha256').update(`seal ${secret}`).digest();
  }

  /** @returns base64url */
  close(kind: Sealed, text: string, random: Random): string {
    const nonce = Buffer.from(Array.from({ length: nonceLength }, () => random() * 256));
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(Buffer.from(kind));
    const encrypted = Buffer.concat([cipher.update(text), cipher.final()]);
    return Buffer.concat([head, nonce, cipher.getAuthTag(), encrypted]).toString('base64url');
  }

  /** The text; undefined when it was not sealed with this secret, or was changed since. */
  open(kind: Sealed, sealed: string): string | undefined {
    const whole = Buffer.from(sealed, 'base64url');
    if (whole.toString('base64url') !== sealed || !whole.subarray(0, head.length).equals(head)) {
      return undefined;
    }
    const bytes = whole.subarray(head.length);
    const nonce = bytes.subarray(0, nonceLength);
    const tag = bytes.subarray(nonceLength, nonceLength + tagLength);
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#key, nonce, {
        authTagLength: tagLength,
      });
      decipher.setAAD(Buffer.from(kind)).setAuthTag(tag);
      const encrypted = bytes.subarray(nonceLength + tagLength);
      return Buffer.concat([decipher.update(encrypted), decipher.final()]).toString();
    } catch {
      return undefined;
    }
  }
}
