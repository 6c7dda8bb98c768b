import stringWidth from 'string-width';
import { sanitize } from './sanitize.ts';
import { pad, prefix, widest, wrap } from './text.ts';
import type { Layout, Theme } from './theme.ts';

/** Unstyled; value and note may come from a model or server. */
export interface Fact {
  readonly name: string;
  readonly value: string;
  /** What the value means. */
  readonly note?: string;
  /** The style of the value, if it is to stand out. */
  readonly style?: keyof Theme;
}

const indent = '  ';
const gap = '  ';
/** Values longer than this have their note below, so that the others keep theirs beside them. */
const longestValue = 32;
const narrowestNote = 24;
const narrowestValue = 16;

/**
 * An annotated list: name, value and what it means, in three columns. Where there is no room for a
 * note (24 columns) beside the values it goes under its value; where there is none for a value
 * (16), that goes under its name.
 */
export function renderFacts(facts: readonly Fact[], { theme, width }: Layout): string[] {
  const nameWidth = widest(facts.map(({ name }) => name));
  const start = indent.length + nameWidth + gap.length;
  const isNarrow = width - start < narrowestValue;
  const margin = ' '.repeat(isNarrow ? indent.length * 2 : start);
  const valueWidth = widest(
    facts.map(({ value }) => value).filter((value) => fits(value, longestValue)),
  );
  const noteStart = margin.length + valueWidth + gap.length;
  const notesBeside = width - noteStart >= narrowestNote;

  return facts.flatMap((fact) => {
    const explained = renderValue(
      fact,
      { theme, width: width - margin.length },
      notesBeside ? valueWidth : 0,
    );
    if (isNarrow) {
      return [
        ...wrap(theme.dim(fact.name), width, { indent }),
        ...prefix(explained, margin, margin),
      ];
    }
    return prefix(explained, `${indent}${pad(theme.dim(fact.name), nameWidth)}${gap}`, margin);
  });
}

/** The value with its note: beside it when it is no wider than `valueWidth`, else below. */
function renderValue(
  { value, note, style }: Fact,
  { theme, width }: Layout,
  valueWidth: number,
): string[] {
  const text = sanitize(value).trimEnd();
  const shown = style ? theme[style](text) : text;
  if (note === undefined) return wrap(shown, width);
  if (!fits(text, valueWidth))
    return [...wrap(shown, width), ...wrap(sanitize(note), width, { indent })];
  return wrap(sanitize(note), width, {
    indent: pad(shown, valueWidth) + gap,
    hanging: ' '.repeat(valueWidth + gap.length),
  });
}

function fits(value: string, width: number): boolean {
  return !value.includes('\n') && stringWidth(value) <= width;
}
