/**
 * A page can be read and filled in before its scripts have come. As they take over, Svelte sets every field to what the
 * server had sent, and what was typed until then would be gone. So it is noted before and put back after.
 */
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const typed = new Map<Field, string | boolean>();

/** To be called before the scripts take the page over. */
export function noteEarlyTyping(): void {
  for (const field of document.querySelectorAll<Field>('input, textarea, select')) {
    if (isChanged(field)) note(field);
  }
  document.addEventListener('input', noteTarget, true);
}

/** To be called once they have taken it over. */
export function restoreEarlyTyping(): void {
  document.removeEventListener('input', noteTarget, true);
  for (const [field, value] of typed) {
    if (!field.isConnected || contentOf(field) === value) continue;
    if (typeof value === 'string') field.value = value;
    else (field as HTMLInputElement).checked = value;
    // For what listens to typing: suggestions, drafts.
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  typed.clear();
}

function noteTarget({ target }: Event): void {
  if (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  ) {
    note(target);
  }
}

function note(field: Field): void {
  // Hidden ones belong to the page; browsers bring back old ones when a page is loaded again.
  if (field.type !== 'hidden') typed.set(field, contentOf(field));
}

function contentOf(field: Field): string | boolean {
  return isTicked(field) ? field.checked : field.value;
}

function isChanged(field: Field): boolean {
  if (field instanceof HTMLSelectElement) return !field.selectedOptions[0]?.defaultSelected;
  return isTicked(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
}

function isTicked(field: Field): field is HTMLInputElement {
  return field.type === 'radio' || field.type === 'checkbox';
}
