/**
 * How long an M4A file plays: the boxes of an MP4 file (ISO/IEC 14496-12) with one kind of sound in it, AAC, and no moving pictures. The
 * boxes have to fill the file, so that one cut short is not taken for a recording.
 */

interface Box {
  readonly kind: string;
  /** Of what is in it. */
  readonly from: number;
  readonly to: number;
}

/** A file made of pieces for streaming has thousands; one for listening a handful. */
const mostBoxes = 1000;

/** @returns Seconds; undefined when the bytes are no whole M4A. */
export function measureMp4(bytes: Buffer): number | undefined {
  const top = boxesIn(bytes, 0, bytes.length);
  if (top?.[0]?.kind !== 'ftyp' || !top.some(({ kind }) => kind === 'mdat')) return undefined;
  const tracks = inside(bytes, top, 'moov').filter(({ kind }) => kind === 'trak');
  const media = tracks.map(({ from, to }) => inside(bytes, boxesIn(bytes, from, to), 'mdia'));
  const isSound = (parts: readonly Box[]): boolean => handlerOf(bytes, parts) === 'soun' && codingOf(bytes, parts) === 'mp4a';
  if (!media.some(isSound) || media.some((parts) => handlerOf(bytes, parts) === 'vide')) return undefined;
  const head = inside(bytes, top, 'moov').find(({ kind }) => kind === 'mvhd');
  const seconds = head && durationOf(bytes.subarray(head.from, head.to));
  return seconds !== undefined && seconds > 0 ? seconds : undefined;
}

/** The boxes from one place to another; undefined when they do not fill it. */
function boxesIn(bytes: Buffer, begin: number, end: number): readonly Box[] | undefined {
  const boxes: Box[] = [];
  for (let at = begin; at < end; ) {
    if (at + 8 > end || boxes.length === mostBoxes) return undefined;
    const told = bytes.readUInt32BE(at);
    if (told === 1 && at + 16 > end) return undefined;
    // 0: to the end of the file. 1: the size did not fit, and follows.
    const size = told === 0 ? end - at : told === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : told;
    const head = told === 1 ? 16 : 8;
    if (size < head || at + size > end) return undefined;
    boxes.push({ kind: bytes.toString('latin1', at + 4, at + 8), from: at + head, to: at + size });
    at += size;
  }
  return boxes;
}

/** The boxes in the first of this kind. */
function inside(bytes: Buffer, boxes: readonly Box[] | undefined, wanted: string): readonly Box[] {
  const box = boxes?.find(({ kind }) => kind === wanted);
  return (box && boxesIn(bytes, box.from, box.to)) ?? [];
}

/** What a track is for: `soun`, `vide`, `text` … */
function handlerOf(bytes: Buffer, media: readonly Box[]): string | undefined {
  const box = media.find(({ kind }) => kind === 'hdlr');
  return box && bytes.toString('latin1', box.from + 8, Math.min(box.from + 12, box.to));
}

/** How its first description says that it is coded. */
function codingOf(bytes: Buffer, media: readonly Box[]): string | undefined {
  const table = inside(bytes, inside(bytes, media, 'minf'), 'stbl').find(({ kind }) => kind === 'stsd');
  return table && bytes.toString('latin1', table.from + 12, Math.min(table.from + 16, table.to));
}

/** Seconds, by the head of the whole; its second version has longer numbers. */
function durationOf(head: Buffer): number | undefined {
  const isLong = head[0] === 1;
  if (head.length < (isLong ? 32 : 20)) return undefined;
  const scale = head.readUInt32BE(isLong ? 20 : 12);
  const duration = isLong ? Number(head.readBigUInt64BE(24)) : head.readUInt32BE(16);
  const isUnknown = duration === (isLong ? Number(0xffffffffffffffffn) : 0xffffffff);
  return scale === 0 || isUnknown ? undefined : duration / scale;
}
