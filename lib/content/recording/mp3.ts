/**
 * How long an MP3 file plays, told by its frames (ISO/IEC 11172-3 and 13818-3, Layer III): every frame is found, one behind the other, so
 * that a file of another kind, or one that was cut short, is not taken for a recording. Tags around the sound are passed over.
 */

interface Frame {
  /** Of the whole frame, in bytes. */
  readonly length: number;
  readonly samples: number;
  /** In a second. */
  readonly rate: number;
  /** From the frame's beginning to where encoders write what they know of the file. */
  readonly noteAt: number;
}

/** By the two bits of the header; the second is reserved. */
const versions = ['2.5', undefined, '2', '1'] as const;
const layerThree = 1;
const mono = 3;
/** Samples a second of MPEG 1; version 2 has half as many, version 2.5 a quarter. */
const rates = [44_100, 48_000, 32_000];
/** Kilobits a second; 0 stands for a rate that the header does not tell, and 15 is forbidden. */
const bitRates = {
  first: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  later: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};
/** Fewer frames may stand by chance in bytes of another kind. */
const fewestFrames = 3;

/** @returns Seconds; undefined when the bytes are no whole MP3. */
export function measureMp3(bytes: Buffer): number | undefined {
  const end = endOfSound(bytes);
  let at = passTags(bytes, 0, end);
  const first = readFrame(bytes, at);
  if (!first) return undefined;
  const told = framesTold(bytes, at, first);
  let frames = 0;
  while (at < end) {
    const frame = readFrame(bytes, at);
    if (frame?.rate !== first.rate || at + frame.length > end) return undefined;
    frames += 1;
    at = passTags(bytes, at + frame.length, end);
  }
  // The frame that holds the note has no sound.
  const sounding = told === undefined ? frames : frames - 1;
  if (frames < fewestFrames || sounding < (told ?? 0)) return undefined;
  return (sounding * first.samples) / first.rate;
}

function readFrame(bytes: Buffer, at: number): Frame | undefined {
  if (at + 4 > bytes.length) return undefined;
  const header = bytes.readUInt32BE(at);
  const version = versions[(header >>> 19) & 3];
  const rate = rates[(header >>> 10) & 3];
  if (header >>> 21 !== 0x7ff || version === undefined || ((header >>> 17) & 3) !== layerThree || rate === undefined) return undefined;
  const isFirst = version === '1';
  const kilobits = (isFirst ? bitRates.first : bitRates.later)[(header >>> 12) & 15];
  if (!kilobits) return undefined;
  const samples = isFirst ? 1152 : 576;
  const ownRate = rate / { '1': 1, '2': 2, '2.5': 4 }[version];
  const isMono = ((header >>> 6) & 3) === mono;
  const sideInformation = isFirst ? (isMono ? 17 : 32) : isMono ? 9 : 17;
  return { length: Math.floor((samples * kilobits * 125) / ownRate) + ((header >>> 9) & 1), samples, rate: ownRate, noteAt: 4 + sideInformation };
}

/** How many frames of sound the encoder says there are, when it has left a note; 0 when the note does not say. */
function framesTold(bytes: Buffer, at: number, { noteAt }: Frame): number | undefined {
  const note = bytes.subarray(at + noteAt, at + noteAt + 12);
  if (note.length < 12 || !['Xing', 'Info'].includes(note.toString('latin1', 0, 4))) return undefined;
  return (note.readUInt32BE(4) & 1) === 1 ? note.readUInt32BE(8) : 0;
}

/** `I`; asked before the rest, because it is asked at every frame. */
const firstOfTag = 0x49;

/** Behind tags of ID3v2 and the zeros that pad them. */
function passTags(bytes: Buffer, from: number, end: number): number {
  let at = from;
  while (at + 10 <= end && bytes[at] === firstOfTag && bytes.toString('latin1', at, at + 3) === 'ID3') at += 10 + sevenBits(bytes, at + 6) + ((bytes[at + 5] ?? 0) & 0x10 ? 10 : 0);
  while (at < end && bytes[at] === 0) at += 1;
  return at;
}

/** Four bytes of seven bits each. */
function sevenBits(bytes: Buffer, at: number): number {
  return [0, 1, 2, 3].reduce((value, place) => value * 128 + ((bytes[at + place] ?? 0) & 0x7f), 0);
}

/** Before the tags that stand at the end: APE, and behind it ID3v1. */
function endOfSound(bytes: Buffer): number {
  const beforeName = bytes.length >= 128 && bytes.toString('latin1', bytes.length - 128, bytes.length - 125) === 'TAG' ? bytes.length - 128 : bytes.length;
  const foot = beforeName - 32;
  if (foot < 0 || bytes.toString('latin1', foot, foot + 8) !== 'APETAGEX') return beforeName;
  const hasHead = bytes.readUInt32LE(foot + 20) >>> 31 === 1;
  return Math.max(0, beforeName - bytes.readUInt32LE(foot + 12) - (hasHead ? 32 : 0));
}
