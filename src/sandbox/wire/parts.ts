import type { ChosenLogprob } from '../token-logprobs.ts';
import { notOffered } from './errors.ts';
import {
  anything,
  type Field,
  invalidType,
  invalidValue,
  isObject,
  missingParameter,
  text,
} from './fields.ts';
import { type InputImage, inputImage } from './input-image.ts';
import { object } from './object-field.ts';

export type Part =
  | { readonly type: 'input_text'; readonly text: string }
  | {
      readonly type: 'output_text';
      readonly annotations: readonly never[];
      /** One for each token, when they were asked for. */
      readonly logprobs: readonly ChosenLogprob[];
      readonly text: string;
    }
  | { readonly type: 'refusal'; readonly refusal: string }
  | InputImage;

export type InputPart = Extract<Part, { type: 'input_text' | 'input_image' }>;

export interface Side<Read extends Part> {
  /** The types of content part that the API knows for messages of this side, in its order. */
  readonly types: readonly string[];
  /** Those of them that the sandbox reads. */
  readonly parts: Readonly<Record<string, Field<Read>>>;
  /** What a content given as a string becomes. */
  readonly fromString: (text: string) => Read;
}

const textPart = object({ type: anything, text: text() }, ['text']);
const answeredText = object(
  { type: anything, text: text(), annotations: anything, logprobs: anything },
  ['text'],
);
const refusalPart = object({ type: anything, refusal: text() }, ['refusal']);

/** Messages of the user, the system or the developer. */
export const asked: Side<InputPart> = {
  types: ['input_text', 'input_image', 'input_file', 'scoped_content', 'input_audio'],
  parts: {
    input_text: (value, path) => inputText(textPart(value, path).text),
    input_image: inputImage,
  },
  fromString: inputText,
};

/** Messages of the assistant. */
export const answered: Side<Exclude<Part, InputPart>> = {
  types: ['output_text', 'refusal'],
  parts: {
    output_text: (value, path) => outputText(answeredText(value, path).text),
    refusal: (value, path) => ({ type: 'refusal', refusal: refusalPart(value, path).refusal }),
  },
  fromString: (content) => outputText(content),
};

export function readContent<Read extends Part>(
  content: unknown,
  path: string,
  side: Side<Read>,
): Read[] {
  if (typeof content === 'string') return [side.fromString(content)];
  if (!Array.isArray(content)) {
    throw invalidType(path, 'one of a string or array of objects', content);
  }
  return content.map((part, index) => readPart(part, `${path}[${index}]`, side));
}

function readPart<Read extends Part>(
  value: unknown,
  path: string,
  { types, parts }: Side<Read>,
): Read {
  if (!isObject(value)) throw invalidType(path, 'an object', value);
  if (value.type === undefined) throw missingParameter(`${path}.type`);
  const type = text()(value.type, `${path}.type`);
  // The API names the part here, not its type (recorded for a user's `output_text`).
  if (!types.includes(type)) throw invalidValue(path, type, types);
  const read = parts[type];
  if (read === undefined) throw notOffered(type);
  return read(value, path);
}

function inputText(content: string): InputPart {
  return { type: 'input_text', text: content };
}

/** A part of an answer, its keys in the recorded order. */
export function outputText(
  content: string,
  logprobs: readonly ChosenLogprob[] = [],
): Extract<Part, { type: 'output_text' }> {
  return { type: 'output_text', annotations: [], logprobs, text: content };
}

/** The texts of a content, put together; images have none. */
export function textOf(content: readonly Part[]): string {
  return content.reduce((text, part) => text + partText(part), '');
}

function partText(part: Part): string {
  switch (part.type) {
    case 'refusal':
      return part.refusal;
    case 'input_image':
      return '';
    default:
      return part.text;
  }
}

/** The images of a content. */
export function imagesOf(content: readonly Part[]): InputImage[] {
  return content.filter((part) => part.type === 'input_image');
}
