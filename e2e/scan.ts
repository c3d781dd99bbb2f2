/** Reads a QR code from a picture of the screen, as a phone's camera would. */
import decodeQr from 'qr/decode.js';
import { loadSharp } from '@/lib/sharp';

const sharp = loadSharp();

/** @param screenshot PNG bytes. @throws Error when there is no code in it. */
export async function decodePixels(screenshot: Uint8Array): Promise<string> {
  const { data, info } = await sharp(screenshot).ensureAlpha().extend({ top: 20, bottom: 20, left: 20, right: 20, background: '#fff' }).raw().toBuffer({ resolveWithObject: true });
  return decodeQr({ width: info.width, height: info.height, data });
}
