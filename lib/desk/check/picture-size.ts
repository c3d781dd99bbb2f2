/**
 * Rule `image-size`: a picture that a text shows is so large that it is a print file, or so small that paper shows it blurred. Told at the
 * Original that shows it, for the picture itself has no line.
 */
import { fileOf, issueFolder } from '@/lib/content/place';
import { originalLocale } from '@/lib/locale/locales';
import type { Bilingual, Problem } from '@/lib/problem';
import { warn } from './checked-text';
import type { JointChecker, PictureFacts } from './notes';

/** No screen shows more, and small copies are made anyway. */
const mostPixels = 6000;
const mostBytes = 5 * 1024 * 1024;
/** 17 cm, the width of the text on A4, at 120 dots an inch. */
const leastPixels = 800;

export const pictureSize: JointChecker = {
  rules: ['image-size'],
  note: () => ({}),
  async judge(text, tree) {
    const { place, claims } = text;
    if (place.locale !== originalLocale || !('issue' in place)) return [];
    const shown = new Map(claims.flatMap((claim) => (claim.kind === 'picture' ? [[claim.image, claim.at] as const] : [])).toReversed());
    const problems: Problem[] = [];
    for (const [name, at] of shown) {
      const facts = await tree.picture(`${issueFolder(place)}/${name}`);
      const trouble = facts && judge(facts);
      if (trouble) problems.push(warn({ file: fileOf(place) }, at, 'image-size', { zh: `图片 ${name} ${trouble.message.zh}`, en: `The picture ${name} ${trouble.message.en}` }, trouble.remedy));
    }
    return problems;
  },
};

function judge({ bytes, width, height }: PictureFacts): { readonly message: Bilingual; readonly remedy: Bilingual } | undefined {
  const smaller = { zh: '缩小到长边 3000 像素以内再放进来', en: 'Scale it down to 3000 pixels on its longer side' };
  const longer = Math.max(width, height);
  if (bytes > mostBytes) return { message: { zh: `有 ${(bytes / 1_048_576).toFixed(1)} MB，太大`, en: `has ${(bytes / 1_048_576).toFixed(1)} MB: too large` }, remedy: smaller };
  if (longer > mostPixels) return { message: { zh: `有 ${width}×${height} 像素，太大`, en: `has ${width}×${height} pixels: too large` }, remedy: smaller };
  if (longer >= leastPixels) return undefined;
  return {
    message: { zh: `只有 ${width}×${height} 像素，印出来会模糊`, en: `has only ${width}×${height} pixels: blurred on paper` },
    remedy: { zh: `换成长边至少 ${leastPixels} 像素的；只有这样的，就不用改`, en: `Use one of at least ${leastPixels} pixels on its longer side; leave it if there is no other` },
  };
}
