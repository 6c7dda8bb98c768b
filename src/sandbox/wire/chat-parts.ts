import { ApiError, notOffered } from './errors.ts';
import {
  absent,
  anything,
  type Field,
  invalidType,
  isObject,
  listOf,
  missingParameter,
  oneOf,
  optional,
  text,
} from './fields.ts';
import { imageAt, longestUrl } from './input-image.ts';
import { object } from './object-field.ts';
import { outputText, type Part } from './parts.ts';

/** The types of content part, in the order in which the API names them. */
const partTypes = ['text', 'image_url', 'input_audio', 'refusal', 'audio', 'file'] as const;

type Readers = Partial<Readonly<Record<(typeof partTypes)[number], Field<Part>>>>;

const textPart = object({ type: anything, text: text(), prompt_cache_breakpoint: absent }, [
  'text',
]);
const refusalPart = object({ type: anything, refusal: text() }, ['refusal']);
const imageUrl = object(
  { url: text(longestUrl), detail: optional(oneOf(['auto', 'low', 'high'])) },
  ['url'],
);
const imagePart = object({ type: anything, image_url: imageUrl, prompt_cache_breakpoint: absent }, [
  'image_url',
]);

const texts: Readers = {
  text: (value, path) => ({ type: 'input_text', text: textPart(value, path).text }),
};

/** The parts that the messages of a role may have; others that the API knows are not offered. */
const readers = {
  system: texts,
  developer: texts,
  tool: texts,
  user: {
    ...texts,
    image_url: (value, path) => {
      const { url, detail } = imagePart(value, path).image_url;
      return imageAt(url, detail, `${path}.image_url.url`);
    },
  },
  assistant: {
    text: (value, path) => outputText(textPart(value, path).text),
    refusal: (value, path) => ({ type: 'refusal', refusal: refusalPart(value, path).refusal }),
  },
} as const satisfies Record<string, Readers>;

type Role = keyof typeof readers;

/**
 * The content of a message, as the Responses API would have it. It may be left out, whatever the role (measured
 * August 2026).
 * @param messagePath where the message stands: `messages[0]`
 */
export function readChatContent(content: unknown, messagePath: string, role: Role): Part[] {
  const path = `${messagePath}.content`;
  if (content === undefined || content === null) return [];
  const parts = typeof content === 'string' ? [{ type: 'text', text: content }] : content;
  if (!Array.isArray(parts)) {
    throw invalidType(path, 'one of a string or array of objects', content);
  }
  return listOf(readPart(messagePath, role), { min: 1 })(parts, path);
}

function readPart(messagePath: string, role: Role): Field<Part> {
  const known: Readers = readers[role];
  return (value, path) => {
    if (!isObject(value)) throw invalidType(path, 'an object', value);
    if (value.type === undefined) throw missingParameter(`${path}.type`);
    const type = oneOf(partTypes)(value.type, `${path}.type`);
    const read = known[type];
    if (read !== undefined) return read(value, path);
    throw type === 'image_url' ? imageOfNoUser(messagePath, role) : notOffered(`${path}.type`);
  };
}

function imageOfNoUser(path: string, role: Role): ApiError {
  return new ApiError(
    400,
    `Invalid '${path}'. Image URLs are only allowed for messages with role 'user', but this message with role '${role}' contains an image URL.`,
    { param: path, code: 'invalid_value' },
  );
}
