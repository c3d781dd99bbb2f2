/** The issues saved on this device, each with its size and time, to open and to remove; the words are the page's. */
import { listCopies, removeIssue, type Copy } from './copies';
import { filled, sizeOf, timeOf } from './words';
import { unregisterWorker } from './worker-address';

/** @param isAble Whether this browser can keep anything. */
export async function showSavedIssues(place: HTMLElement, isAble: boolean): Promise<void> {
  const words = place.dataset;
  const status = place.querySelector('[role=status]');
  const items = document.createElement('ul');
  const all = buttonOf(words['removeAll'] ?? '', async () => {
    for (const { path } of await listCopies()) await removeIssue(path);
    await show(words['removed']);
  });

  const itemOf = ({ path, title, lang, savedAt, bytes }: Copy): HTMLElement => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = path;
    link.lang = lang;
    link.textContent = title;
    const facts = document.createElement('small');
    facts.textContent = filled(words['saved'], { date: timeOf(savedAt), size: sizeOf(bytes) });
    const remove = buttonOf(words['remove'] ?? '', async () => {
      await removeIssue(path);
      await show(words['removed']);
    });
    remove.setAttribute('aria-label', filled(words['removeOne'], { title }));
    item.append(link, facts, remove);
    return item;
  };
  const show = async (said?: string): Promise<void> => {
    const copies = isAble ? await listCopies() : [];
    items.replaceChildren(...copies.map(itemOf));
    all.hidden = copies.length < 2;
    if (status) status.textContent = said ?? (isAble ? (copies.length === 0 ? (words['none'] ?? '') : '') : (words['unable'] ?? ''));
    if (said === undefined) return;
    // What was pressed is gone: the keyboard goes on from the list's heading.
    place.querySelector('h2')?.focus();
    await forgetWorkerIfUnneeded();
  };

  await show();
  place.append(items, all);
}

/** Without saved issues nothing is registered. */
export async function forgetWorkerIfUnneeded(): Promise<void> {
  if ((await listCopies()).length === 0) await unregisterWorker();
}

function buttonOf(label: string, press: () => Promise<void>): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.addEventListener('click', () => void press());
  return button;
}
