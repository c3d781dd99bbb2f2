/** Small made-up pictures for made-up articles: a lake, a hill and a sun, in a few moods. Made once per archive and reused. */
import { loadSharp } from '@/lib/sharp';
import { openChance } from './chance';

const sharp = loadSharp();

export interface Drawing {
  /** File name without a path. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Eight pictures, JPEG and PNG, landscape and portrait, a few kilobytes each. */
export async function drawPictures(seed: string): Promise<readonly Drawing[]> {
  return Promise.all(
    Array.from({ length: 8 }, async (_, at) => {
      const isPortrait = at % 4 === 3;
      const isPng = at % 4 === 2;
      const [width, height] = isPortrait ? [640, 900] : [960, 600];
      const image = sharp(Buffer.from(drawLake(seed, at, width, height)));
      const bytes = isPng ? await image.png({ palette: true, colours: 16 }).toBuffer() : await image.jpeg({ quality: 60 }).toBuffer();
      return { name: `lake-${at + 1}.${isPng ? 'png' : 'jpg'}`, bytes };
    }),
  );
}

function drawLake(seed: string, at: number, width: number, height: number): string {
  const chance = openChance(seed, 'drawing', at);
  const hue = chance.between(150, 210);
  const shore = Math.round(height * (0.5 + chance.next() * 0.2));
  const sun = { x: chance.between(80, width - 80), y: chance.between(60, shore - 60), r: chance.between(24, 56) };
  const hill = Array.from({ length: 9 }, (_, step) => `${Math.round((width / 8) * step)},${shore - chance.between(10, Math.round(height * 0.25))}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<rect width="100%" height="100%" fill="hsl(${hue},35%,88%)"/>
<circle cx="${sun.x}" cy="${sun.y}" r="${sun.r}" fill="hsl(38,80%,70%)"/>
<polygon points="0,${shore} ${hill.join(' ')} ${width},${shore}" fill="hsl(${hue},25%,45%)"/>
<rect y="${shore}" width="100%" height="${height - shore}" fill="hsl(${hue + 20},35%,60%)"/>
</svg>`;
}
