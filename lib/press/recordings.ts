/**
 * Recordings of articles, as they lie beside the editors' texts. Promises: only what the catalogue says may be heard at this moment, at its
 * own address; the bytes sent are the ones that the hash in the address stands for.
 */
import type { RecordingFile } from '@/lib/content/catalogue';
import { parseRecordingPath } from '@/lib/routes';
import type { PictureFile } from './pictures';
import { openVerifying } from './verified-files';

export interface Recordings {
  /** @param path Of the request. */
  find(path: string): Promise<PictureFile | undefined>;
}

export type FindRecording = (folder: string, name: string, hash: string) => RecordingFile | undefined;

export function openRecordings(find: FindRecording): Recordings {
  const isAsExpected = openVerifying();
  return {
    async find(path) {
      const address = parseRecordingPath(path);
      const recording = address && find(address.folder, address.name, address.hash);
      if (!recording || !(await isAsExpected({ ...recording, hash: address.hash }))) return undefined;
      return { ...recording, etag: `"${address.hash}"` };
    },
  };
}
