/**
 * A recording: an article read by a person, in a sound file beside it. As editors name it, as pages offer it, and what its bytes say.
 * Only forms that every browser plays: MP3, and AAC in M4A.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Claim } from './claim';
import type { TextDocument } from './document';
import type { FieldTrouble } from './fields';
import { measureMp3 } from './recording/mp3';
import { measureMp4 } from './recording/mp4';

export interface Recording {
  /** Address of the file (routes.recordingPath). */
  readonly path: string;
  readonly format: RecordingFormat;
  /** In bytes. */
  readonly size: number;
  /** Whole seconds, at least one. */
  readonly seconds: number;
}

export type RecordingFormat = 'mp3' | 'm4a';

/** Media types by format. */
export const recordingTypes: Readonly<Record<RecordingFormat, string>> = { mp3: 'audio/mpeg', m4a: 'audio/mp4' };

/** Larger files are refused: half an hour of speech at 128 kbit/s has 29 MB. */
export const maximumRecordingBytes = 30 * 1024 * 1024;

const measures: Readonly<Record<RecordingFormat, (bytes: Buffer) => number | undefined>> = { mp3: measureMp3, m4a: measureMp4 };

/** The format that the ending of a file's name tells; undefined when the file is no recording. */
export function recordingFormatOf(name: string): RecordingFormat | undefined {
  const ending = /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase();
  return ending === 'mp3' || ending === 'm4a' ? ending : undefined;
}

const trouble: FieldTrouble = {
  rule: 'audio-missing',
  zh: '写同一文件夹里的录音文件名，格式用 mp3 或 m4a，例如 langdu.mp3',
  en: 'Write the name of a recording in the same folder, an MP3 or M4A file such as langdu.mp3',
};

/** `audio` of the front matter: a bare file name. */
export const recordingName = z
  .string()
  .refine((name) => !/[/\\?#]/.test(name) && recordingFormatOf(name) !== undefined, { params: { ...trouble } })
  .transform((name) => name.normalize('NFC'));

/** The claim that the recording named in the front matter lies in the folder; none when no file name stands there. */
export function claimRecording(document: TextDocument): readonly Claim[] {
  const name = recordingName.safeParse(document.valueAt(['audio']));
  return name.success ? [{ kind: 'recording', name: name.data, at: document.placeOfValue(['audio']) }] : [];
}

export type MeasuredRecording = Pick<Recording, 'format' | 'size' | 'seconds'> & { readonly hash: string };

/** Length and hash of a recording; undefined when the bytes are no whole file of the format that its name tells. */
export function measureRecording(name: string, bytes: Buffer): MeasuredRecording | undefined {
  const format = recordingFormatOf(name);
  const seconds = format && measures[format](bytes);
  if (format === undefined || seconds === undefined) return undefined;
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  return { hash, format, size: bytes.length, seconds: Math.max(1, Math.round(seconds)) };
}
