/**
 * The desk at work: one command line in, one exit code out. Knows the commands by their table and nothing of what they do.
 * Promises that nothing is thrown: trouble that a command did not foresee is told in one line, with exit code 2.
 */
import { bothTongues } from '@/lib/problem';
import { readCommandLine } from './command-line';
import type { Command, Desk, ExitCode } from './command';
import { helpOf, helpOfAll } from './help';

export async function runDesk(line: readonly string[], commands: readonly Command[], desk: Desk): Promise<ExitCode> {
  const reading = readCommandLine(line, commands);
  if (reading.kind === 'help') {
    desk.out(reading.command ? helpOf(reading.command) : helpOfAll(commands));
    return line.length === 0 ? 2 : 0;
  }
  if (reading.kind === 'mistake') {
    const more = `npm run desk -- ${reading.command ? `${reading.command.name} ` : ''}--help`;
    desk.err(`${bothTongues(reading.message)}\n${more}\n`);
    return 2;
  }
  try {
    return await reading.command.run(reading.call, desk);
  } catch (error) {
    desk.err(`无法运行 / Could not run: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}
