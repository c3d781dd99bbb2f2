/**
 * A printer: a process of its own that prints pages into files, as export orders them, until its channel closes. Several of them use
 * several processors. It is built with the press and runs in the folder of the built portal; what it may see of the world (PORTAL_DATA,
 * the index made for this export) is in its environment.
 */
import { readEnvironment } from '@/lib/environment';
import type { Print } from '@/lib/press/print';
import { openPrintingRoom } from '@/lib/press/printing-room';
import { codings, writeWhole } from './folder';
import { parseOrder, type Order, type Report } from './order';
import { findPictures } from './picture-paths';

const { printing } = await openPrintingRoom({ ...readEnvironment(), shelf: 0 }, process.cwd());

async function carryOut({ number, page, file, known }: Order): Promise<Report> {
  const print = page.kind === 'page' ? await printing.print(page.path) : printing.spare('missing', page.locale);
  const isCompressed = codings.every(({ coding }) => print.in(coding).headers.includes('Content-Encoding'));
  const isNew = print.etag !== known;
  const whole = print.in('identity');
  if (isNew) await writePrint(file, print, whole.body, isCompressed);
  return { number, hash: print.etag, isNew, isCompressed, headers: whole.headers, pictures: findPictures(whole.body.toString()) };
}

async function writePrint(file: string, print: Print, html: Buffer, isCompressed: boolean): Promise<void> {
  if (isCompressed) await Promise.all(codings.map(({ coding, ending }) => writeWhole(`${file}${ending}`, print.in(coding).body)));
  await writeWhole(file, html);
}

process.on('message', (message) => {
  const order = parseOrder(message);
  carryOut(order).then(
    (report) => process.send?.(report),
    (error: unknown) => process.send?.({ number: order.number, trouble: error instanceof Error ? error.message : String(error) }),
  );
});
// Whoever ordered is gone.
process.on('disconnect', () => process.exit(0));
// Ctrl-C is for the one who orders, who then closes the channel.
process.on('SIGINT', () => undefined);
process.send?.({ isReady: true });
