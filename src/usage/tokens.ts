import { remembered } from './remembered.ts';

/** A message of a request, as far as counting goes. */
interface CountedMessage {
  readonly role: string;
  readonly content: string;
}

/** Splits text as one encoding does. */
export interface Tokenizer {
  readonly count: (text: string) => number;
  /** The tokens by their number in the encoding's list. */
  readonly encode: (text: string) => number[];
  /** The text of tokens; null when one of the numbers is not in the list. */
  readonly decode: (tokens: readonly number[]) => string | null;
  /**
   * The text in pieces that end where tokens end. A character of several tokens (an emoji, say) is one piece
   * with them, so that each piece can be shown; the pieces put together are the text.
   */
  readonly split: (text: string) => readonly string[];
  /** Input tokens of one Responses call with these messages (instructions count as one), without tools and images. */
  readonly countInput: (messages: readonly CountedMessage[]) => number;
}

/**
 * What a call adds to the tokens of its texts: each message 3 and its role, the start of the answer 3.
 * Source: OpenAI's cookbook for counting tokens; recorded traffic of September 2026 agrees (gpt-4o-mini: "hi" is 8).
 */
const tokensPerMessage = 3;
const tokensBeforeAnswer = 3;

/** Text that looks like a control token (`<|endoftext|>`) is text: the API never reads it as control. */
const asPlainText = { disallowedSpecial: new Set<string>() };

const encodings = {
  /** Of gpt-4o and every later text model. */
  o200k_base: () =>
    Promise.all([
      import('gpt-tokenizer/encoding/o200k_base'),
      import('gpt-tokenizer/bpeRanks/o200k_base'),
    ]),
  /** Of the embedding models. */
  cl100k_base: () =>
    Promise.all([
      import('gpt-tokenizer/encoding/cl100k_base'),
      import('gpt-tokenizer/bpeRanks/cl100k_base'),
    ]),
};

/** Loads an encoding, some 300 ms the first time: never before something is on the screen. */
export async function loadTokenizer(
  encoding: keyof typeof encodings = 'o200k_base',
): Promise<Tokenizer> {
  const [{ encode, decode, countTokens }, { default: vocabulary }] = await encodings[encoding]();

  // Roles, instructions and questions come again and again.
  const count = remembered((text) => {
    let tokens = 0;
    for (const section of sections(text)) tokens += countTokens(section, asPlainText);
    return tokens;
  });

  const encodeAll = (text: string) =>
    [...sections(text)].flatMap((section) => encode(section, asPlainText));

  const isToken = (token: number) => vocabulary[token] !== undefined;

  const byteLength = (token: number) => {
    const bytes = vocabulary[token] ?? '';
    return typeof bytes === 'string' ? Buffer.byteLength(bytes) : bytes.length;
  };

  const pieces = function* (text: string) {
    for (const section of sections(text)) {
      yield* cutAt(section, encode(section, asPlainText).map(byteLength));
    }
  };

  const countInput = (messages: readonly CountedMessage[]) =>
    messages.reduce(
      (sum, { role, content }) => sum + tokensPerMessage + count(role) + count(content),
      tokensBeforeAnswer,
    );

  return {
    count,
    encode: encodeAll,
    decode: (tokens) => (tokens.every(isToken) ? decode(tokens) : null),
    split: remembered((text) => [...pieces(text)]),
    countInput,
  };
}

/** A run of 512 letters, signs or blanks: no language has words like that. */
const endlessRun = /[\p{L}\p{M}]{512}|[^\s\p{L}\p{N}]{512}|\s{512}/gu;

/**
 * The text cut inside endless runs only, since the encoder's time grows with the square of a run's length.
 * Each such cut may change the count by a token; all other text is counted exactly.
 */
function* sections(text: string): Generator<string> {
  let start = 0;
  for (const { 0: run, index } of text.matchAll(endlessRun)) {
    const end = index + run.length;
    yield text.slice(start, end);
    start = end;
  }
  if (start < text.length) yield text.slice(start);
}

/** Cuts a text after each of these lengths in UTF-8 bytes, but never inside a character: that piece grows. */
function* cutAt(text: string, byteLengths: readonly number[]): Generator<string> {
  let start = 0;
  let end = 0;
  let bytesAhead = 0;
  for (const length of byteLengths) {
    bytesAhead -= length;
    while (bytesAhead < 0) {
      const character = String.fromCodePoint(text.codePointAt(end) ?? 0);
      bytesAhead += Buffer.byteLength(character);
      end += character.length;
    }
    if (bytesAhead === 0) {
      yield text.slice(start, end);
      start = end;
    }
  }
}
