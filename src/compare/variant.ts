/** One combination of the repeatable request flags; absent means: as the lesson, or the command, has it. */
export interface Variant {
  readonly model?: string;
  readonly instructions?: string;
  readonly temperature?: number;
  readonly top_p?: number;
}

/** Every combination of one variant of each axis. */
export function combine(axes: readonly (readonly Variant[])[]): Variant[] {
  return axes.reduce<Variant[]>(
    (combined, axis) => combined.flatMap((one) => axis.map((other) => ({ ...one, ...other }))),
    [{}],
  );
}

/** The variants without those that came up before. */
export function unique(variants: readonly Variant[]): Variant[] {
  const seen = new Map(variants.map((variant) => [keyOf(variant), variant]));
  return [...seen.values()];
}

function keyOf({ model, instructions, temperature, top_p }: Variant): string {
  return JSON.stringify([model, instructions, temperature, top_p]);
}

/** What sets a variant apart, in words: `temperature 0 · You are a pirate`. */
export function nameOf({ model, instructions, temperature, top_p }: Variant): string {
  const parts = [
    model,
    instructions === undefined ? undefined : `“${instructions}”`,
    temperature === undefined ? undefined : `temperature ${temperature}`,
    top_p === undefined ? undefined : `top_p ${top_p}`,
  ];
  return parts.filter((part) => part !== undefined).join(' · ') || 'as it is';
}
