/** How an editor names an issue on the command line. */
import path from 'node:path';
import { isRealDate } from '@/lib/locale/dates';
import { slugPattern } from '@/lib/routes';

/** The last two names of a path to an issue: `jinyuanqu/2023-02-03`, with or without what stands before. */
export function readIssueFolder(text: string): { readonly periodical: string; readonly issue: string } | undefined {
  const [issue = '', periodical = ''] = path.posix.normalize(text.replaceAll('\\', '/')).split('/').filter((part) => part !== '').reverse();
  return slugPattern.test(periodical) && isRealDate(issue) ? { periodical, issue } : undefined;
}
