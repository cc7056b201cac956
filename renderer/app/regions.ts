/** The order in which F6 goes round. */
const ORDER = ["title", "rail", "content", "drawer", "toasts", "status", "replay"] as const;

const FOCUSABLE = 'a[href], button:not([disabled]), input:not([disabled]), [tabindex="0"]:not([data-region])';

/** Moves the focus to the next region, or with -1 to the one before. */
export function cycleRegion(step: 1 | -1, page: Document = document): void {
  const regions = ORDER.map((name) => page.querySelector<HTMLElement>(`[data-region="${name}"]`));
  const at = regions.findIndex((region) => region?.contains(page.activeElement));
  for (let i = 1; i <= regions.length; i++) {
    const region = regions[(at + step * i + regions.length * 2) % regions.length];
    if (!region) continue;
    focusRegion(region);
    return;
  }
}

/** In the content the grid comes first: that is what a person goes there for. */
export function focusRegion(region: HTMLElement): void {
  const row = region.querySelector<HTMLElement>('[role="grid"] [role="row"][tabindex="0"]');
  const first = row ?? region.querySelector<HTMLElement>(FOCUSABLE) ?? region;
  first.focus();
}
