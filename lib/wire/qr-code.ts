/**
 * A QR code as an SVG file: drawn here, no third party asked. Black on white in every theme with the quiet zone that scanners need
 * (ISO/IEC 18004: four modules), one path, runs of modules as strokes to keep the file small.
 */
import { encode } from 'uqr';

export const qrCodeType = 'image/svg+xml; charset=utf-8';

const quietZone = 4;
/** Any of the eight may be drawn; trying them all for the evenest one takes as long as the rest of the drawing. */
const maskPattern = 0;

/** @param text What a scanner reads. An address of a page has room: up to about 2,300 bytes. */
export function writeQrCode(text: string): string {
  const modules = encode(text, { ecc: 'M', boostEcc: true, border: 0, maskPattern }).data;
  const side = modules.length + 2 * quietZone;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><rect width="${side}" height="${side}" fill="#fff"/><path d="${strokesOf(modules)}" stroke="#000"/></svg>`;
}

/** One stroke of width 1 along the middle of every run of dark modules. */
function strokesOf(modules: readonly (readonly boolean[])[]): string {
  return modules
    .map((row, y) => {
      const darkRuns = [...row.map((isDark) => (isDark ? '1' : '0')).join('').matchAll(/1+/g)];
      let pen = 0;
      return darkRuns
        .map((run) => {
          const move = pen === 0 ? `M${run.index + quietZone} ${y + quietZone}.5` : `m${run.index - pen} 0`;
          pen = run.index + run[0].length;
          return `${move}h${run[0].length}`;
        })
        .join('');
    })
    .join('');
}
