/** The days on which a periodical came out, as a calendar that other calendars subscribe to (RFC 5545). */
import type { IssueEntry } from '@/lib/content/issue';
import { longDate } from '@/lib/locale/dates';
import { localeFacts, type Locale } from '@/lib/locale/locales';
import { fill, messages } from '@/lib/locale/messages';
import { pathOf } from '@/lib/routes';
import { stableUuid } from './stable-id';

export const calendarType = 'text/calendar; charset=utf-8';
/** Newest issues in a calendar: ten years of a weekly. */
export const mostIssues = 520;

interface Calendar {
  readonly locale: Locale;
  readonly title: string;
  readonly publisher: string;
  readonly origin: string;
  readonly issues: readonly IssueEntry[];
}

export function writeCalendar({ locale, title, publisher, origin, issues }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${escape(publisher)}//${escape(title)}//${localeFacts[locale].tag}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escape(title)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:P1D',
    ...issues.flatMap((issue) => eventOf(issue, locale, origin)),
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

/** A whole day, as all-day events are: from the day to the next, and busy for nobody. */
function eventOf({ periodical, periodicalTitle, date, title }: IssueEntry, locale: Locale, origin: string): readonly string[] {
  const path = pathOf({ kind: 'issue', locale, periodical, issue: date });
  const day = date.replaceAll('-', '');
  const named = fill(messages(locale).issue.title, { periodical: periodicalTitle, date: longDate(date, locale) });
  return [
    'BEGIN:VEVENT',
    `UID:${stableUuid(path)}`,
    // When the event was written down is nowhere recorded; the day itself changes no byte from one asking to the next.
    `DTSTAMP:${day}T000000Z`,
    `DTSTART;VALUE=DATE:${day}`,
    `SUMMARY:${escape(named)}`,
    ...(title === undefined ? [] : [`DESCRIPTION:${escape(title)}`]),
    `URL:${origin}${path}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** Text values (RFC 5545 §3.3.11); other control characters have no place in a calendar. */
function escape(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|[\r\n]/g, '\\n').replace(/\p{Cc}/gu, ' ');
}

/** No line longer than 75 octets; the rest follows after a space, and no character is cut (§3.1). */
function fold(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      pieces.push(piece);
      [piece, octets] = [' ', 1];
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join('\r\n');
}
