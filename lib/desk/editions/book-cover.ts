/**
 * The cover of an issue without a picture, drawn as on the site: a thread-bound book with the periodical's name on a slip of paper. Chinese
 * and Japanese names run down it, a Latin one across.
 */
import { longDate } from '@/lib/locale/dates';
import { escapeXml } from '@/lib/wire/xml';
import { numbersOf } from './plain-text';
import type { WholeIssue } from './whole-issue';
import { element } from './xhtml';

const [width, height] = [600, 800];
const [green, paper, ink] = ['#0b463b', '#f7f3e8', '#14201c'];

export function drawBookCover(whole: WholeIssue): string {
  const { locale, issue, periodical } = whole;
  const title = periodical.coverTitle;
  const rectangle = (x: number, y: number, across: number, down: number, fill: string): string => element('rect', { x: String(x), y: String(y), width: String(across), height: String(down), fill });
  const words = (x: number, y: number, size: number, fill: string, text: string): string => element('text', { x: String(x), y: String(y), 'font-size': String(size), 'font-family': 'serif', fill }, escapeXml(text));
  const stitches = [0, 0.12, 0.45, 0.78].slice(1).map((share) => rectangle(width - 44, height * share, 44, 2, '#7f9f95'));
  const foot = [longDate(issue.date, locale), ...numbersOf(whole)].map((text, place) => words(48, height - 120 + place * 40, 28, '#f5f1e6', text));
  return `${element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width: String(width), height: String(height), role: 'img' },
    element('title', {}, escapeXml(`${issue.periodicalTitle} ${longDate(issue.date, locale)}`)),
    rectangle(0, 0, width, height, green),
    rectangle(width - 44, 0, 2, height, '#7f9f95'),
    ...stitches,
    ...(isLatin(title) ? acrossSlip(title, rectangle, words) : downSlip(title, rectangle, words)),
    ...foot,
  )}\n`;
}

type Rectangle = (x: number, y: number, across: number, down: number, fill: string) => string;
type Words = (x: number, y: number, size: number, fill: string, text: string) => string;

function downSlip(title: string, rectangle: Rectangle, words: Words): readonly string[] {
  const letters = Array.from(title);
  const size = Math.min(96, 480 / letters.length);
  return [rectangle(48, 48, size * 1.5, size * 1.15 * letters.length + size * 0.5, paper), ...letters.map((letter, place) => words(48 + size * 0.25, 48 + size * (1.1 + place * 1.15), size, ink, letter))];
}

function acrossSlip(title: string, rectangle: Rectangle, words: Words): readonly string[] {
  const size = Math.min(72, 720 / title.length);
  return [rectangle(48, 48, 460, size * 2, paper), words(48 + size * 0.4, 48 + size * 1.3, size, ink, title)];
}

function isLatin(title: string): boolean {
  return /^[\u0000-\u024f]*$/.test(title);
}
