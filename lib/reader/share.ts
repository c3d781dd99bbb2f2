/**
 * Copies the address in the share panel, and hands it to the device's own share sheet where there is one
 * (`html[data-can-share]`; the stylesheet shows the button only then).
 */
import { announce } from './announce';

/** Deprecated, but the only way to copy on plain http, and every browser keeps it. https://w3c.github.io/editing/docs/execCommand/ */
const selectionCopier: { execCommand(command: 'copy'): boolean } = document;

export function offerDeviceShare(): void {
  document.documentElement.toggleAttribute('data-can-share', 'share' in navigator);
}

/** Copies the address beside the button and says so. When the browser refuses, the address is left selected for the reader's own keys. */
export async function copyAddress(button: HTMLElement): Promise<void> {
  const field = addressBeside(button);
  if (!field) return;
  const isCopied = (await copyByClipboard(field.value)) || copyBySelection(field, button);
  announce(button, isCopied ? button.dataset['done'] : button.dataset['failed']);
}

/** Opens the device's sheet; a reader who closes it again hears nothing. */
export async function shareByDevice(button: HTMLElement): Promise<void> {
  const url = addressBeside(button)?.value;
  const title = button.dataset['shareTitle'];
  try {
    // Messengers show `text` and drop `title`; mail takes `title` as its subject.
    await navigator.share({ title, text: title, url });
  } catch (trouble) {
    if (trouble instanceof DOMException && trouble.name === 'AbortError') return;
    announce(button, button.dataset['failed']);
  }
}

function addressBeside(button: HTMLElement): HTMLInputElement | null {
  return button.closest('[data-tool]')?.querySelector<HTMLInputElement>('input[data-share-address]') ?? null;
}

async function copyByClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No clipboard outside secure contexts, or permission refused.
    return false;
  }
}

function copyBySelection(field: HTMLInputElement, button: HTMLElement): boolean {
  field.focus();
  field.select();
  const isCopied = selectionCopier.execCommand('copy');
  if (isCopied) button.focus();
  return isCopied;
}
