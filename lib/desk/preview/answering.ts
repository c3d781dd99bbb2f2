/** What each address of a preview gets: its own addresses, pages, and for all else what the portal's press would answer. */
import type { Catalogue } from '@/lib/content/catalogue';
import { openAnswering, openOwnAnswers, type Answer, type TryAnswer } from '@/lib/press/answering';
import type { Pictures } from '@/lib/press/pictures';
import type { Print } from '@/lib/press/print';
import type { PrintingRoom } from '@/lib/press/printing-room';
import type { Recordings } from '@/lib/press/recordings';
import { sendPrint, sendWords } from '@/lib/press/sending';
import { parseShown, wirePathOf } from '@/lib/routes';
import { previewHeaders, type DraftPrinter } from './draft-printer';
import type { FindPreviewPage } from './pages';

interface Means {
  readonly origin: string;
  readonly catalogue: Pick<Catalogue, 'has'>;
  readonly pictures: Pictures;
  readonly recordings: Recordings;
  /** Answers the addresses of the preview itself. */
  readonly changes: TryAnswer;
  readonly findPage: FindPreviewPage;
  /** Undefined while there is no site to print. */
  readonly room: () => PrintingRoom | undefined;
  readonly makePrint: DraftPrinter;
}

const robots = wirePathOf({ kind: 'robots' });

export function openPreviewAnswering({ origin, catalogue, pictures, recordings, changes, findPage, room, makePrint }: Means): Answer {
  const headers = previewHeaders(origin);
  /** What the portal would send, for this browser alone. */
  const ownPrint = (print: Print): Print => {
    const { body, headers: names } = print.in('identity');
    return makePrint({ body, status: print.status, type: names[names.indexOf('Content-Type') + 1] ?? 'text/plain' });
  };

  // Editors are no readers: nothing is counted.
  const views: TryAnswer = async (request, response) => Promise.resolve({ ...sendWords(request, response, 200, { views: 0 }, headers), via: 'api' });
  const pressAnswers = openOwnAnswers({ origin, pictures, recordings, views, headers: { entrance: headers, pictures: headers, recordings: headers } });
  const own: TryAnswer = async (request, response, path) => {
    if (path === robots) return { ...sendWords(request, response, 200, 'User-agent: *\nDisallow: /', headers), via: 'file' };
    const address = parseShown(path)?.address;
    if (address) return { ...sendPrint(request, response, (await findPage(address, path)).print), via: 'print' };
    return (await pressAnswers(request, response, path)) ?? (await changes(request, response, path));
  };

  const withoutPress: Answer = async (request, response, path) => {
    const answered = await own(request, response, path);
    return answered ?? { ...sendWords(request, response, 404, '404', headers), via: 'refusal' };
  };
  const withPress = ({ printing, wire }: PrintingRoom): Answer =>
    openAnswering({
      origin,
      own,
      printing: { ...printing, print: async (path) => ownPrint(await printing.print(path)), spare: (...asked) => ownPrint(printing.spare(...asked)) },
      has: (address) => catalogue.has(address),
      hasFile: (path) => wire.has(path),
    });

  return (request, response, path) => {
    const press = room();
    return (press ? withPress(press) : withoutPress)(request, response, path);
  };
}
