/** What a check found: `note` is worth knowing, `failed` has to be mended. */
export type Finding =
  | { readonly verdict: 'ok'; readonly detail: string; readonly advice: null }
  | { readonly verdict: 'note' | 'failed'; readonly detail: string; readonly advice: string };

export interface Check {
  readonly title: string;
  readonly run: () => Promise<Finding>;
}

export const ok = (detail: string): Finding => ({ verdict: 'ok', detail, advice: null });

export const note = (detail: string, advice: string): Finding => ({
  verdict: 'note',
  detail,
  advice,
});

export const failed = (detail: string, advice: string): Finding => ({
  verdict: 'failed',
  detail,
  advice,
});
