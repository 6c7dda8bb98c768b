import { isUtf8 } from 'node:buffer';
import type { Context } from 'hono';
import { maxBodyBytes, readForm } from '../body.ts';
import type { StoredFile } from '../file-store.ts';
import { jsonOf, linesOf } from '../json-lines.ts';
import type { SandboxEnv, Services } from '../services.ts';
import { bodyTooLarge } from '../wire/errors.ts';
import {
  fileNotFound,
  missingPart,
  notDownloadable,
  notJsonLines,
  notUtf8,
  wrongPurpose,
} from '../wire/file-errors.ts';
import {
  expiresAfter,
  fileObject,
  type Purpose,
  purposes,
  usualLifetime,
} from '../wire/file-object.ts';
import { createFileId } from '../wire/ids.ts';
import { pageOf } from '../wire/page.ts';
import { json, type Reply } from '../wire/reply.ts';

/** The largest file for a batch, in bytes (OpenAI's API reference). */
const maxBatchFileBytes = 200 * 1024 * 1024;

/** What a form may have beside the file, in bytes. */
const formRoom = 64 * 1024;

/** `POST /v1/files`: an upload, kept in memory. */
export function uploadFile({ clock, files, randomness }: Services) {
  return async (c: Context<SandboxEnv>): Promise<Reply> => {
    const form = await readForm(c.req.raw, maxBatchFileBytes + formRoom);
    const purpose = purposeOf(form);
    const file = form.get('file');
    if (!(file instanceof File)) throw missingPart('file');
    const lifetime = lifetimeOf(form) ?? usualLifetime(purpose);
    const maxBytes = purpose === 'batch' ? maxBatchFileBytes : maxBodyBytes;
    if (file.size > maxBytes) throw bodyTooLarge(maxBytes, file.size);
    const content = new Uint8Array(await file.arrayBuffer());
    if (purpose === 'batch') checkBatchFile(file.name, content);
    const id = createFileId(randomness.next(`file ${file.name}`));
    const named = { id, purpose, filename: file.name, bytes: content.byteLength };
    const object = fileObject(named, { createdAt: clock.now(), lifetime });
    files.add({ object, content });
    return json(object);
  };
}

function purposeOf(form: FormData): (typeof purposes)[number] {
  const asked = form.get('purpose');
  if (typeof asked !== 'string') throw missingPart('purpose');
  const purpose = purposes.find((known) => known === asked);
  if (purpose === undefined) throw wrongPurpose(asked, purposes);
  return purpose;
}

/** `expires_after[seconds]`, `expires_after[anchor]`: in seconds; null when nothing is asked for. */
function lifetimeOf(form: FormData): number | null {
  const asked = [...form].flatMap(([name, value]) => {
    const [, field] = /^expires_after\[(.*)\]$/.exec(name) ?? [];
    return field === undefined ? [] : [[field, value]];
  });
  if (asked.length === 0) return null;
  return expiresAfter(Object.fromEntries(asked), 'expires_after').seconds;
}

/** What the API looks at before the batch does. */
function checkBatchFile(filename: string, content: Uint8Array): void {
  if (!filename.endsWith('.jsonl')) throw notJsonLines();
  if (!isUtf8(content)) throw notUtf8();
  const first = linesOf(content).next();
  if (first.done || jsonOf(first.value.text) === undefined) throw notJsonLines();
}

/** `GET /v1/files`: newest first unless `order=asc`, all of a `purpose` if one is named. */
export function listFiles({ files }: Services) {
  return (c: Context<SandboxEnv>): Reply => {
    const purpose = c.req.query('purpose');
    const listed = files.list().filter((file) => purpose === undefined || file.purpose === purpose);
    const size = { usual: 10_000, most: 10_000 };
    return json(pageOf(listed, (name) => c.req.query(name), size));
  };
}

/** `GET /v1/files/{id}` */
export function retrieveFile(services: Services) {
  return (c: Context<SandboxEnv>): Reply => json(stored(c, services).object);
}

/** The API gives back what it made or what feeds a batch, not what was uploaded for a model to read. */
const notGivenBack: readonly Purpose[] = ['assistants', 'vision', 'user_data'];

/** `GET /v1/files/{id}/content` */
export function downloadFile(services: Services) {
  return (c: Context<SandboxEnv>): Reply => {
    const { object, content } = stored(c, services);
    if (notGivenBack.includes(object.purpose)) throw notDownloadable(object.purpose);
    const headers = {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(object.filename)}`,
    };
    return { status: 200, headers, content };
  };
}

/** `DELETE /v1/files/{id}`: a batch that has begun to read it reads on. */
export function deleteFile(services: Services) {
  return (c: Context<SandboxEnv>): Reply => {
    const { id } = stored(c, services).object;
    services.files.delete(id);
    return json({ object: 'file', id, deleted: true });
  };
}

function stored(c: Context<SandboxEnv>, { files }: Services): StoredFile {
  const id = c.req.param('id') ?? '';
  const found = files.get(id);
  if (found === undefined) throw fileNotFound(id);
  return found;
}
