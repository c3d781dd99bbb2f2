/**
 * The search page's own script: results appear while the reader types. It asks for the page that the form would lead to and puts that
 * page's results in the place of these, so there is one way to draw them; nodes move, and no markup is made of text. Without it, or when
 * anything goes wrong, the form works as ever.
 */

/** A pause in typing, in milliseconds. */
const pause = 250;

function answerWhileTyping(form: HTMLFormElement): void {
  const box = form.querySelector<HTMLInputElement>('#q');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let request: XMLHttpRequest | undefined;
  let shown = addressOf(form);

  const ask = (): void => {
    const address = addressOf(form);
    if (address === shown) return;
    request?.abort();
    // Of what a browser offers, this alone reads a page as a document while markup from strings is forbidden.
    const asked = new XMLHttpRequest();
    request = asked;
    asked.open('GET', address);
    asked.responseType = 'document';
    asked.onload = () => {
      if (asked.status !== 200 || !asked.responseXML || !show(asked.responseXML)) return;
      shown = address;
      history.replaceState(null, '', address);
    };
    asked.send();
  };
  const askSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(ask, pause);
  };
  // In an input method the words are not there yet; the browser says when they are.
  box?.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) askSoon();
  });
  box?.addEventListener('compositionend', askSoon);
  form.addEventListener('change', ask);
}

function addressOf(form: HTMLFormElement): string {
  const fields = [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' && (value !== '' || name === 'q') ? [[name, value]] : []));
  return `${form.action}?${new URLSearchParams(fields).toString()}`;
}

/** @returns Whether the page had results to show. */
function show(page: Document): boolean {
  const [before, after] = [document.getElementById('results'), page.getElementById('results')];
  if (!before || !after) return false;
  document.title = page.title;
  // The count's element stays, so that screen readers hear of its new words.
  const [count, fresh] = [before.querySelector('[role=status]'), after.querySelector('[role=status]')];
  if (count && fresh) {
    count.textContent = fresh.textContent;
    fresh.replaceWith(count);
  }
  before.replaceWith(document.adoptNode(after));
  return true;
}

document.addEventListener('DOMContentLoaded', () => {
  const form = document.querySelector<HTMLFormElement>('form[data-search]');
  if (form) answerWhileTyping(form);
});
