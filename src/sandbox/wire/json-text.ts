/** Whatever JSON might escape: all but printable ASCII without `"` and `\\`. */
const unplain = /[^ !#-[\]-~]/;

/** What stands between the quotation marks of a text in JSON. */
export function escaped(text: string): string {
  return unplain.test(text) ? JSON.stringify(text).slice(1, -1) : text;
}
