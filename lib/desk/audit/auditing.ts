/** One audit from the first page to the last: what was read, held against every rule. */
import type { PageFacts } from './audited-page';
import { crawl, type Crawl } from './crawling';
import { openFetching, type Fetching } from './fetching';
import type { Fault, RuleId } from './rule';
import { rules } from './rules';

/** A fault with its rule and its page. */
export interface Finding extends Fault {
  readonly rule: RuleId;
  readonly page: PageFacts;
}

export interface Audit extends Pick<Crawl, 'foreign' | 'unread'> {
  readonly start: URL;
  readonly now: Date;
  readonly pageCount: number;
  /** Pages and files that were asked for. */
  readonly answerCount: number;
  /** Vetoes first, then in the order of the rules, then as the pages were read. */
  readonly findings: readonly Finding[];
}

interface Wishes {
  readonly start: URL;
  /** Pages that are read at most. */
  readonly limit: number;
  readonly now?: Date;
  readonly fetching?: Fetching;
  readonly onProgress?: (done: number, total: number) => void;
}

/** @throws Error when the first page cannot be read. */
export async function runAudit({ start, limit, now = new Date(), fetching = openFetching(start.origin), onProgress = () => undefined }: Wishes): Promise<Audit> {
  const { origin } = start;
  const found: Finding[] = [];
  const read = await crawl({
    ...{ start, limit, fetching, now, onProgress },
    onPage: (page, facts, home) => {
      for (const rule of rules) for (const fault of rule.checkPage?.(page, { origin, now, home }) ?? []) found.push({ ...fault, rule: rule.id, page: facts });
    },
  });
  const { home, pages, answers, foreign, unread } = read;
  for (const rule of rules) for (const fault of rule.checkPortal?.({ origin, now, home, pages, answers }) ?? []) found.push({ ...fault, rule: rule.id });
  const order = new Map(rules.map(({ id }, place) => [id, place]));
  const rank = ({ isVeto, rule }: Finding): number => (isVeto ? 0 : rules.length) + (order.get(rule) ?? 0);
  const findings = found.toSorted((a, b) => rank(a) - rank(b) || pages.indexOf(a.page) - pages.indexOf(b.page) || a.at.line - b.at.line || a.at.column - b.at.column);
  return { start, now, pageCount: pages.length, answerCount: answers.size, foreign, unread, findings };
}
