/**
 * Elder mode (长辈版): every page once more, below /<locale>/elder, for readers with or without script. It is the finished page itself with
 * a second style sheet, and its links stay in the mode, those that editors wrote too. Nothing composes twice what differs so little.
 * Promises that robots are led to the page itself: its canonical address stays and this copy claims no languages; it is listed no more than
 * the page is.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { messages } from '@/lib/locale/messages';
import { elderPathOf, parsePath, parseShown, pathOf } from '@/lib/routes';

/** @param html A page as the press sends it: every value in double quotes, `<` in text escaped. */
export type ToElder = (html: string) => string;

/** Tags whose addresses may lead to pages; a switch is an `<a>` around words alone. */
const linkPattern = /<(?:a|form)\s(?:[^>"]|"[^"]*")*>(?:[^<]*(?=<\/a>))?/g;
const targetPattern = /\s(?:href|action)="([^"?#]*)/;
const switchPattern = /\sdata-action="mode"/;
const picturePattern = /<img\s(?:[^>"]|"[^"]*")*>/g;
const claimPattern = /<link\s(?=[^>]*\shreflang=)[^>]*>/gi;

/** @param style The address of the style sheet. */
export function elderModeWith(style: string): ToElder {
  const addition = `<link rel="stylesheet" href="${style}">`;
  return (html) =>
    html
      .replace(/<html\s/, '<html data-mode="elder" ')
      .replace(claimPattern, '')
      .replace(picturePattern, letWait)
      .replace('</head>', `${addition}</head>`)
      .replace(linkPattern, turn);
}

/** Elder mode shows no covers: a picture is fetched when it comes into view. */
function letWait(tag: string): string {
  return /\sloading="/.test(tag) ? tag : tag.replace('<img', '<img loading="lazy"');
}

/** A link to a page leads to the page in elder mode; the way in becomes the way out. */
function turn(link: string): string {
  const target = targetPattern.exec(link)?.[1] ?? '';
  const isSwitch = switchPattern.test(link);
  const shown = parseShown(target);
  if (isSwitch && shown?.isElder) return link.replace(targetPattern, (attribute) => attribute.replace(target, pathOf(shown.address))).replace(/[^>]*$/, messages(shown.address.locale).display.standard);
  const address = parsePath(target);
  return address ? link.replace(targetPattern, (attribute) => attribute.replace(target, elderPathOf(address))) : link;
}

/**
 * @param root The folder of the built portal.
 * @throws Error when the style sheet is not there.
 */
export async function openElderMode(root: string): Promise<ToElder> {
  const names = await fs.readdir(path.join(root, 'public/assets')).catch(() => []);
  const name = names.find((one) => /^elder-[0-9a-f]{12}\.css$/.test(one));
  if (name === undefined) throw new Error('门户还没有编译，请先运行 npm run build。 / The portal is not built yet: run npm run build first.');
  return elderModeWith(`/assets/${name}`);
}
