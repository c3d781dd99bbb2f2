/**
 * The inspector's sheet: vetoes first, then items, each rule with what it found, where, and what to do; then what was read, what was not,
 * and the foreign hosts. What is wrong in the same way on many pages is told once, with the first of them.
 */
import { messages } from '@/lib/locale/messages';
import { bothTongues, type Bilingual } from '@/lib/problem';
import { palette, printable, widthOf } from '@/lib/desk/terminal';
import type { Audit, Finding } from './auditing';
import type { RuleId } from './rule';
import { rules } from './rules';

/** Places told of one and the same fault. */
const mostPlaces = 3;
const mostHosts = 20;
/** Columns of the HTML shown around the spot. */
const room = 72;

export function sheetOf(audit: Audit, isColoured: boolean): string {
  const { red, yellow, green, bold, faint } = palette(isColoured);
  const { findings, foreign, unread } = audit;
  const told = alike(findings).flatMap((group) => {
    const [first] = group;
    const paint = first.isVeto ? red : yellow;
    const kind = first.isVeto ? '单项否决 veto' : '扣分项 item';
    const places = group.slice(0, mostPlaces).map(({ page, at }) => `  ${printable(page.path)}:${at.line}:${at.column}`);
    return [
      `${bold(first.rule)}  ${paint(kind)}  ${bothTongues(titleOf(first.rule))}`,
      `  ${printable(bothTongues(first.message))}`,
      ...places,
      ...(group.length > mostPlaces ? [faint(`  …… 共 ${group.length} 处 / ${group.length} in all`)] : []),
      ...excerptOf(first).map((line) => faint(line)),
      `  → ${printable(bothTongues(first.remedy))}`,
      '',
    ];
  });
  const broken = new Set(findings.map(({ rule }) => rule));
  const vetoes = alike(findings.filter(({ isVeto }) => isVeto)).length;
  const items = alike(findings.filter(({ isVeto }) => !isVeto)).length;
  const hosts = [...foreign].sort(([, a], [, b]) => b - a);
  const result = findings.length === 0 ? green('没有发现问题。 / Nothing found.') : `单项否决 ${vetoes}，扣分项 ${items}。 / ${vetoes} vetoes, ${items} items.`;
  return [
    ...told,
    `没有问题的规则 / rules without a finding: ${rules.filter(({ id }) => !broken.has(id)).map(({ id }) => id).join(' ')}`,
    ...(hosts.length > 0 ? [`外部网站（没有访问） / foreign hosts (not visited): ${hosts.slice(0, mostHosts).map(([host, count]) => `${printable(host)} ${count}`).join(', ')}${hosts.length > mostHosts ? ' ……' : ''}`] : []),
    `读了 ${audit.pageCount} 个网页，访问了 ${audit.answerCount} 个地址。 / ${audit.pageCount} pages read, ${audit.answerCount} addresses asked.`,
    ...(unread > 0 ? [`还有 ${unread} 个地址没有读（--pages 可以多读）。 / ${unread} more addresses were not read (--pages reads more).`] : []),
    result,
    '',
  ].join('\n');
}

/** The sheet for programs; message and remedy are one text each, Chinese first. */
export function plainSheetOf({ start, pageCount, answerCount, unread, foreign, findings }: Audit): object {
  return {
    address: start.href,
    ...{ pages: pageCount, addresses: answerCount, unread },
    rules: rules.map(({ id }) => id),
    foreignHosts: Object.fromEntries([...foreign].sort(([a], [b]) => (a < b ? -1 : 1))),
    findings: findings.map(({ rule, isVeto = false, page, at, message, remedy }) => ({ rule, isVeto, page: page.path, line: at.line, column: at.column, message: bothTongues(message), remedy: bothTongues(remedy) })),
  };
}

export function titleOf(rule: RuleId): Bilingual {
  return { zh: messages('zh-hans').audit.rules[rule], en: messages('en').audit.rules[rule] };
}

/** Findings that say the same, in the order of the first of each kind. */
function alike(findings: readonly Finding[]): readonly (readonly [Finding, ...Finding[]])[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const key = [finding.rule, finding.isVeto ?? false, finding.message.zh].join('\n');
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()];
}

/** The HTML at the spot: pages are sent in one line, and a line alone would say little. Nothing for what is missing. */
function excerptOf({ page, at }: Finding): readonly string[] {
  if (at.line === 1 && at.column === 1) return [];
  const line = printable(page.source.split('\n')[at.line - 1]?.slice(at.column - 1, at.column - 1 + room) ?? '');
  let shown = '';
  for (const character of line) {
    if (widthOf(shown + character) > room) break;
    shown += character;
  }
  return shown === '' ? [] : [`    ${shown}`];
}
