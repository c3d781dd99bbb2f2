/** The commands of the desk, in the order of an editor's day. */
import { checkCommand } from './check';
import type { Command } from './command';
import { importCommand } from './import/import';

export const commands: readonly Command[] = [importCommand, checkCommand];
