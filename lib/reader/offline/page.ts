/**
 * What pages do about being offline: offer to save an issue, list what is saved, say that there is no connection. A script of its own: the
 * pages of issues and of saved issues load it, others when the connection goes (offline-loader.ts) or when the worker shows a copy.
 */
import { listCopies } from './copies';
import { showSavedIssues } from './list';
import { watchConnection } from './notice';
import { offerSaving } from './panel';

/** Plain http has no worker, old browsers have neither, and some private windows refuse to keep anything. */
async function canSave(): Promise<boolean> {
  if (!isSecureContext || !('serviceWorker' in navigator) || !('caches' in window)) return false;
  return listCopies().then(() => true, () => false);
}

async function start(): Promise<void> {
  const panel = document.querySelector<HTMLElement>('[data-save-issue]');
  const list = document.querySelector<HTMLElement>('[data-saved-issues]');
  if (!panel && !list) return;
  const isAble = await canSave();
  if (panel && isAble) await offerSaving(panel);
  if (list) await showSavedIssues(list, isAble);
}

watchConnection();
void start();
