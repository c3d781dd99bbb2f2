/** The headers of everything a preview sends: for this browser and this moment, for no robot, and for no other site's pages. */
import { securityHeaders } from '@/lib/press/headers';

/** @returns A flat list of names and values. */
export function previewHeaders(origin: string): readonly string[] {
  return ['Cache-Control', 'no-store', 'X-Robots-Tag', 'noindex, nofollow, noarchive', ...securityHeaders(origin)];
}
