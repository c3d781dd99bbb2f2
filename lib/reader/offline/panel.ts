/**
 * Saving the issue that the page shows, by one button that is always there to press, so that the focus stays: it asks how much there is to
 * fetch, fetches it, breaks that off, or removes what was saved. The words of each step are the page's.
 */
import type { ListedFile } from '@/lib/saving-list';
import { announce } from '../announce';
import { bytesOf, chooseFiles, fetchSavingList, keyOf, listCopies, removeIssue, saveIssue } from './copies';
import { forgetWorkerIfUnneeded } from './list';
import { registerWorker } from './worker-address';
import { filled, sizeOf, timeOf } from './words';

type Step =
  | { readonly name: 'offered' }
  | { readonly name: 'priced'; readonly files: readonly ListedFile[]; readonly title: string }
  | { readonly name: 'saving'; readonly abort: AbortController }
  | { readonly name: 'saved' };

/** The widest that a column of text is, in CSS pixels. */
const widestPicture = 720;

export async function offerSaving(panel: HTMLElement): Promise<void> {
  const button = panel.querySelector('button');
  const progress = panel.querySelector('progress');
  if (!button || !progress) return;
  const path = keyOf(location.pathname);
  const words = button.dataset;
  const wish = Math.ceil(Math.min(innerWidth, widestPicture) * devicePixelRatio);
  let step: Step = { name: 'offered' };

  const say = (text: string): void => announce(button, text);
  const turn = (next: Step, label: string): void => {
    step = next;
    button.textContent = label;
    progress.hidden = next.name !== 'saving';
  };
  const offer = (): void => turn({ name: 'offered' }, words['offer'] ?? '');
  const findCopy = async () => (await listCopies()).find((copy) => copy.path === path);
  const showSaved = async (): Promise<boolean> => {
    const copy = await findCopy();
    if (!copy) return false;
    turn({ name: 'saved' }, words['remove'] ?? '');
    say(filled(words['saved'], { date: timeOf(copy.savedAt), size: sizeOf(copy.bytes) }));
    return true;
  };

  const price = async (): Promise<void> => {
    const list = await fetchSavingList(path);
    if (!list) throw new Error('The issue is gone');
    const files = chooseFiles(list, wish);
    const size = sizeOf(bytesOf(files));
    turn({ name: 'priced', files, title: list.title }, filled(words['start'], { size }));
    say(filled(words['priced'], { size, articles: String(list.pages.length - 2), pictures: String(list.pictures.length) }));
  };
  const save = async (files: readonly ListedFile[], title: string): Promise<void> => {
    const abort = new AbortController();
    progress.max = bytesOf(files);
    progress.value = 0;
    turn({ name: 'saving', abort }, words['cancel'] ?? '');
    say(words['saving'] ?? '');
    const onProgress = (bytes: number): void => {
      progress.value = bytes;
    };
    try {
      await saveIssue({ issue: { path, title, lang: document.documentElement.lang, wish }, files, previous: await findCopy(), signal: abort.signal, onProgress, before: registerWorker });
      await showSaved();
    } catch (trouble) {
      await forgetWorkerIfUnneeded();
      offer();
      const isFull = trouble instanceof DOMException && trouble.name === 'QuotaExceededError';
      say((abort.signal.aborted ? words['cancelled'] : isFull ? words['full'] : words['failed']) ?? '');
    }
  };
  const remove = async (): Promise<void> => {
    await removeIssue(path);
    await forgetWorkerIfUnneeded();
    offer();
    say(words['removed'] ?? '');
  };

  const press = async (): Promise<void> => {
    switch (step.name) {
      case 'offered':
        return price();
      case 'priced':
        return save(step.files, step.title);
      case 'saving':
        step.abort.abort();
        return;
      case 'saved':
        return remove();
    }
  };
  button.addEventListener('click', () => {
    press().catch(() => {
      offer();
      say(words['failed'] ?? '');
    });
  });

  offer();
  await showSaved();
  panel.dataset['saveIssue'] = 'ready';
}
