/** Writes what an audit found into the content folder, where the portal publishes it as it does any file: in a second, and in git. */
import fs from 'node:fs/promises';
import path from 'node:path';
import { fileOf } from '@/lib/content/place';
import { chinaTime } from '@/lib/locale/dates';
import { originalLocale } from '@/lib/locale/locales';
import type { Audit } from './auditing';
import { rules } from './rules';

/** @returns The file. @throws Error of the file system. */
export async function recordAudit(content: string, audit: Audit): Promise<string> {
  const file = path.join(content, fileOf({ kind: 'compliance', locale: originalLocale }));
  // Whole or not at all: the portal reads it at any moment.
  await fs.writeFile(`${file}.tmp`, textOf(audit));
  await fs.rename(`${file}.tmp`, file);
  return file;
}

function textOf({ now, pageCount, unread, findings }: Audit): string {
  const idsOf = (level: 'veto' | 'item'): string => rules.filter(({ levels }) => levels.includes(level)).map(({ id }) => id).join(', ');
  const lines = rules.flatMap(({ id }) =>
    (['veto', 'item'] as const).flatMap((level) => {
      const found = findings.filter(({ rule, isVeto = false }) => rule === id && isVeto === (level === 'veto'));
      const [first] = found;
      return first ? [`  - { rule: ${id}, level: ${level}, count: ${found.length}, page: ${JSON.stringify(first.page.path)} }`] : [];
    }),
  );
  return [
    '---',
    `checked: ${chinaTime(now)}`,
    `pages: ${pageCount}`,
    ...(unread > 0 ? [`unread: ${unread}`] : []),
    `vetoes: [${idsOf('veto')}]`,
    `items: [${idsOf('item')}]`,
    ...(lines.length > 0 ? ['findings:', ...lines] : []),
    '---',
    '',
  ].join('\n');
}
