import fc from 'fast-check';

/** Asserts a property over the same cases in every run. */
export function holds<Case>(property: fc.IRawProperty<Case>): void {
  fc.assert(property, { seed: 20_261_121 });
}
