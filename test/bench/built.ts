/** A module as it is shipped: tsx keeps function names by wrapping them, and that costs CPU too. @param name below src, without ending */
export function built<Module>(name: string): Promise<Module> {
  return import(new URL(`../../dist/src/${name}.js`, import.meta.url).href);
}
