/**
 * How many A4 pages an article takes on paper, reckoned from its text. Measures of app/_styles/print.css, in millimetres: margins of 18
 * and 20, text of 11 pt in lines of 1.75.
 */
import type { ArticleText } from './article-text';

const page = { width: 170, height: 261 };
const line = 6.8;
const charactersInLine = 43;
/** Portal, address, headline and facts above the text; author and newspaper below. */
const aroundText = 75;
const highestPicture = 200;
const caption = 12;
/** Of a picture at 96 to the inch. */
const millimetresOfPixel = 25.4 / 96;

export function estimatePages({ lines, pictures }: Pick<ArticleText, 'lines' | 'pictures'>): number {
  const text = lines.reduce((sum, words) => sum + Math.max(1, Math.ceil(words.length / charactersInLine)) * line, 0);
  const shown = pictures.flatMap(({ use, found }) => (use === 'cover' || !found ? [] : [found]));
  const ofPictures = shown.reduce((sum, { width, height }) => {
    const shownWidth = Math.min(page.width, width * millimetresOfPixel);
    return sum + Math.min(highestPicture, (shownWidth * height) / width) + caption;
  }, 0);
  return Math.max(1, Math.ceil((aroundText + text + ofPictures) / page.height));
}
