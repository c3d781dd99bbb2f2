/**
 * The reader's script: everything a reader can press. It stands in <head> and runs before the first paint, so that the chosen
 * display and the controls that can work are right at once; pages are complete without it. It writes text and attributes only, never
 * markup (Trusted Types are enforced), and takes every word it says from the page's own data-attributes.
 */
import { offerReadingAloud, readAloud } from './aids-loader';
import { chooseDisplay, keepDisplay, resetDisplay } from './display';
import { followElderMode, rememberMode } from './elder';
import { listenForShortcuts } from './shortcuts';
import { closeWindow, offerClosing } from './close';
import { copyAddress, offerDeviceShare, shareByDevice } from './share';
import { closeOpenPopups } from './popup';
import { datePrints, printPage } from './print';
import { askBeforeLeaving, leave, stay } from './leaving';
import { tellWhenOffline } from './offline-loader';
import { countViews } from './views';

/** What a button does, by its data-action. */
const actions: Readonly<Record<string, (button: HTMLElement) => void>> = {
  set: chooseDisplay,
  reset: resetDisplay,
  mode: rememberMode,
  aloud: readAloud,
  copy: (button) => void copyAddress(button),
  share: (button) => void shareByDevice(button),
  print: printPage,
  close: closeWindow,
  leave,
  stay,
};

followElderMode();
document.documentElement.setAttribute('data-scripting', '');
offerDeviceShare();
offerReadingAloud();
offerClosing();
keepDisplay();
listenForShortcuts();
datePrints();
closeOpenPopups();
askBeforeLeaving();
tellWhenOffline();

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-action]') : null;
  const action = actions[button?.dataset['action'] ?? ''];
  if (button && action) action(button);
});

document.addEventListener('DOMContentLoaded', countViews);
