/** The commands of the desk, in the order of an editor's day. */
import { auditCommand } from './audit/audit';
import { checkCommand } from './check';
import type { Command } from './command';
import { editionsCommand } from './editions/editions';
import { exportCommand } from './export/export';
import { importCommand } from './import/import';
import { moveCommand } from './move/move';
import { newCommand } from './new/new';
import { previewCommand } from './preview/preview';
import { proofCommand } from './proof/proof';
import { recordCommand } from './record';
import { translatedCommand } from './translated';

export const commands: readonly Command[] = [newCommand, importCommand, previewCommand, checkCommand, translatedCommand, proofCommand, recordCommand, moveCommand, editionsCommand, exportCommand, auditCommand];
