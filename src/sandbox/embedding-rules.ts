import { findModel, isShutDown, type Model } from '../usage/models.ts';
import type { Tokenizer } from '../usage/tokens.ts';
import type { EmbeddingInput } from './wire/create-embedding.ts';
import {
  fixedDimensions,
  inputTooLong,
  invalidInput,
  notForEmbeddings,
  tooManyDimensions,
  tooManyTokens,
} from './wire/embedding-errors.ts';
import { retiredModel, unknownModel } from './wire/errors.ts';

export type EmbeddingModel = Extract<Model, { kind: 'embedding' }>;

/**
 * The model of this name, if it can embed today.
 * @throws ApiError 404 for an unknown or retired one, 403 for one of another kind
 */
export function embeddingModel(id: string, today: Date): EmbeddingModel {
  const model = findModel(id);
  if (model === undefined) throw unknownModel(id);
  if (isShutDown(model, today)) throw retiredModel(id);
  if (model.kind !== 'embedding') throw notForEmbeddings();
  return model;
}

/**
 * How long the vectors will be.
 * @param asked null takes the model's own
 * @throws ApiError 400 when the model cannot give that many
 */
export function dimensionsOf(model: EmbeddingModel, asked: number | null): number {
  if (asked === null) return model.dimensions;
  if (!model.shortens) throw fixedDimensions();
  if (asked > model.dimensions) throw tooManyDimensions(asked, model.dimensions);
  return asked;
}

/** Of all inputs of one request together (OpenAI's API reference). */
const maxTokens = 300_000;

/** An input as the model reads it. */
interface ReadInput {
  readonly text: string;
  readonly tokens: number;
}

/**
 * Counts the inputs and turns those that come as tokens into text.
 * @throws ApiError 400 for what is no token, for an input that is too long, and for all that are together
 */
export function readInputs(
  inputs: readonly EmbeddingInput[],
  { contextWindow }: EmbeddingModel,
  tokenizer: Tokenizer,
): ReadInput[] {
  const read = inputs.map(({ path, content }) => {
    const input = readInput(content, tokenizer);
    if (input.tokens > contextWindow) throw inputTooLong(path, contextWindow);
    return input;
  });
  const requested = read.reduce((sum, { tokens }) => sum + tokens, 0);
  if (requested > maxTokens) throw tooManyTokens(requested, maxTokens);
  return read;
}

function readInput(content: EmbeddingInput['content'], tokenizer: Tokenizer): ReadInput {
  if (typeof content === 'string') return { text: content, tokens: tokenizer.count(content) };
  const text = tokenizer.decode(content);
  if (text === null) throw invalidInput();
  return { text, tokens: content.length };
}
