/**
 * What a rule of the audit is: a number of the inspectors' rules, and where a portal breaks it. A rule looks at one page, as its HTML
 * stands, or at everything that was read; it knows nothing of the network. What the rule says is in lib/locale/messages (`audit.rules`).
 */
import type { Messages } from '@/lib/locale/messages';
import type { Bilingual } from '@/lib/problem';
import type { AuditedPage, PageFacts } from './audited-page';
import type { Answer } from './fetching';
import type { Place } from './place';

/** D1, D2, ...: the numbers of the rules for government pages. */
export type RuleId = keyof Messages['audit']['rules'];

/** What all pages are held against. */
export interface Scene {
  /** Scheme, host and port of the portal that is read. */
  readonly origin: string;
  readonly now: Date;
  /** The first page; while it is itself being read, the page at hand. */
  readonly home: PageFacts;
}

export interface Portal extends Scene {
  /** In the order of reading; the first page comes first. */
  readonly pages: readonly PageFacts[];
  /** What every address of the portal answered, by path and query. */
  readonly answers: ReadonlyMap<string, Answer>;
}

export interface Fault {
  readonly at: Place;
  readonly message: Bilingual;
  readonly remedy: Bilingual;
  /** True where the rule alone fails the portal (单项否决). */
  readonly isVeto?: boolean;
}

export interface PageFault extends Fault {
  readonly page: PageFacts;
}

export interface Rule {
  readonly id: RuleId;
  /** Which kinds of fault it may find. */
  readonly levels: readonly ('veto' | 'item')[];
  checkPage?(page: AuditedPage, scene: Scene): readonly Fault[];
  checkPortal?(portal: Portal): readonly PageFault[];
}
