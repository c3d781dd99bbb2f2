/** How everything leaves a preview: for this browser and this moment, for no robot, and for no other site's pages. */
import { createHash } from 'node:crypto';
import { securityHeaders } from '@/lib/press/headers';
import { makePlainPrint, type Print, type PrintFacts } from '@/lib/press/print';

const lifetime = 'no-store';

/** For what is no Print. @returns A flat list of names and values. */
export function previewHeaders(origin: string): readonly string[] {
  return ['Cache-Control', lifetime, ...closedHeaders(origin)];
}

/** Makes Prints of a preview. */
export type DraftPrinter = (facts: Pick<PrintFacts, 'body' | 'status' | 'type'>) => Print;

export function openDraftPrinter(origin: string): DraftPrinter {
  const headers = closedHeaders(origin);
  return (facts) => makePlainPrint({ ...facts, lifetime, headers });
}

function closedHeaders(origin: string): readonly string[] {
  return ['X-Robots-Tag', 'noindex, nofollow, noarchive', ...securityHeaders(origin)];
}

/** Two texts of one version are the same. */
export function versionOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
