import { createRandom } from '../../random.ts';
import { featuresOf } from './features.ts';

/**
 * A text as a point: texts that share words, or have synonyms for them, are near each other, all others are about
 * at right angles. Each word and each concept has a direction, drawn at random from its name; the point is their
 * weighted sum (a random projection). No model is asked: it knows words, not what a text means.
 * @param model its id; each has directions of its own
 * @param dimensions the first ones of the directions: a shorter point is the beginning of a longer one
 * @returns numbers of unit length
 */
export function embed(text: string, model: string, dimensions: number): Float32Array {
  const point = new Float64Array(dimensions);
  for (const [feature, weight] of featuresOf(text)) {
    const random = createRandom(`${model} ${feature}`);
    for (let index = 0; index < dimensions; index += 1) {
      point[index] = (point[index] ?? 0) + weight * (2 * random() - 1);
    }
  }
  const length = Math.sqrt(point.reduce((sum, coordinate) => sum + coordinate ** 2, 0));
  return new Float32Array(point.map((coordinate) => coordinate / length));
}
