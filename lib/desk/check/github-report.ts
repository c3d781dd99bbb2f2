/** Problems as GitHub's workflow commands, one a line, so that they stand beside the lines of a pull request. */
import { bothTongues, type Problem } from '@/lib/problem';

/** @param folder What to put before the file name so that it counts from the repository's root. */
export function githubReport(problems: readonly Problem[], folder: string): string {
  return problems
    .map(({ file, line, column, rule, level, message, remedy }) => {
      const facts = [`file=${escapeFact(folder + file)}`, `line=${line}`, `col=${column}`, `title=${escapeFact(rule)}`];
      return `::${level} ${facts.join(',')}::${escapeWords(`${bothTongues(message)} → ${bothTongues(remedy)}`)}\n`;
    })
    .join('');
}

function escapeWords(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeFact(text: string): string {
  return escapeWords(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
