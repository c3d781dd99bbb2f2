/**
 * Claims: what one file says about others (its column exists, its picture or recording lies beside it, its Original is there). A file's own
 * parser only notes them with their place; here they are judged against what the other files hold at the moment. So a Problem
 * between two files comes and goes with either, without reading the claiming file again.
 */
import { originalLocale } from '@/lib/locale/locales';
import type { Problem } from '@/lib/problem';
import { contentProblem, type Position } from './content-problem';
import { findNearest } from './nearest';
import { fileOf, issueFolder, isText, type Misplaced, type Place } from './place';

export type Claim =
  | { readonly kind: 'column'; readonly name: string; readonly at: Position }
  | { readonly kind: 'column-slug'; readonly slug: string; readonly at: Position }
  | { readonly kind: 'picture'; readonly image: string; readonly isDescribed: boolean; readonly at: Position }
  | { readonly kind: 'recording'; readonly name: string; readonly at: Position }
  | { readonly kind: 'page'; readonly slug: string; readonly at: Position }
  /** A misnamed file: `meant` is the address it would have under a right name. */
  | { readonly kind: 'address'; readonly meant: string; readonly at: Position }
  | {
      readonly kind: 'original';
      readonly at: Position;
      readonly corrections?: { readonly count: number; readonly at: Position };
      readonly withdrawal?: { readonly isGiven: boolean; readonly at: Position };
    };

/** What other files may ask of a file. */
export interface Outline {
  readonly columns?: readonly { readonly slug: string; readonly name: string }[];
  readonly corrections?: number;
  readonly isWithdrawn?: boolean;
  /** Pictures to which the front matter gives an alt text. */
  readonly described?: readonly string[];
  readonly isBroken?: boolean;
  /** Of an article that can be published: `YYYY-MM-DD HH:MM`. */
  readonly published?: string;
  readonly isDraft?: boolean;
}

/** A text file as its own parser sees it; `data` is there when nothing inside the file stands in the way. */
export interface Parsed<Data extends object = object> {
  readonly data?: Data;
  readonly problems: readonly Problem[];
  readonly claims: readonly Claim[];
  readonly outline?: Outline;
}

/** Finds a file of the content folder: undefined when there is none, `{}` when it says nothing (yet). */
export type FindOutline = (file: string) => Outline | undefined;

/** The Problems between this file and the others. */
export function judgeClaims(file: string, place: Place | Misplaced, claims: readonly Claim[], find: FindOutline): readonly Problem[] {
  return claims.flatMap((claim) => judge(file, place, claim, find));
}

function judge(file: string, place: Place | Misplaced, claim: Claim, find: FindOutline): readonly Problem[] {
  if (claim.kind === 'address') return find(claim.meant) ? [duplicateAddress(file, claim.meant, claim.at)] : [];
  if (place.kind === 'misplaced') return [];
  switch (claim.kind) {
    case 'column':
    case 'column-slug':
      return judgeColumn(place, claim, find);
    case 'picture':
      return judgePicture(place, claim, find);
    case 'recording':
      return judgeRecording(place, claim, find);
    case 'page':
      return find(`pages/${claim.slug}.md`) ? [] : [unknownPage(place, claim.slug, claim.at)];
    case 'original':
      return judgeOriginal(place, claim, find);
  }
}

function judgeColumn(place: Place, claim: Extract<Claim, { kind: 'column' | 'column-slug' }>, find: FindOutline): readonly Problem[] {
  if (!('periodical' in place)) return [];
  const periodicalFile = fileOf({ kind: 'periodical', periodical: place.periodical, locale: originalLocale });
  // A periodical that cannot be read has a Problem of its own; its articles need not repeat it.
  const columns = find(periodicalFile)?.columns;
  if (!columns) return [];
  const known = columns.map((column) => (claim.kind === 'column' ? column.name : column.slug));
  const value = claim.kind === 'column' ? claim.name : claim.slug;
  if (known.includes(value)) return [];
  const nearest = findNearest(value, known);
  return [
    contentProblem(
      fileOf(place),
      claim.at,
      'unknown-column',
      { zh: `本刊没有栏目“${value}”`, en: `The periodical has no column "${value}"` },
      {
        zh: `${nearest ? `是不是“${nearest}”？` : ''}栏目有：${known.join('、')}；新栏目先写进 ${periodicalFile}`,
        en: `${nearest ? `Did you mean "${nearest}"? ` : ''}Columns: ${known.join(', ')}; a new one goes into ${periodicalFile} first`,
      },
    ),
  ];
}

function judgePicture(place: Place, claim: Extract<Claim, { kind: 'picture' }>, find: FindOutline): readonly Problem[] {
  const file = fileOf(place);
  const { image, at } = claim;
  const outline = 'issue' in place && !/[/\\]/.test(image) ? find(`${issueFolder(place)}/${image}`) : undefined;
  const problems: Problem[] = [];
  if (!outline) {
    problems.push(
      contentProblem(
        file,
        at,
        'image-missing',
        { zh: `找不到图片 ${image}`, en: `There is no picture ${image}` },
        'issue' in place
          ? { zh: '把图片放进同一期的文件夹，文件名（连同大小写和扩展名）写得一样', en: "Put the picture into the issue's folder under exactly this name, capitals and extension included" }
          : { zh: '删去图片：图片只能放在一期的文件夹里，由那一期使用', en: "Remove the picture: pictures lie in an issue's folder and are shown by that issue alone" },
      ),
    );
  } else if (outline.isBroken) {
    problems.push(
      contentProblem(
        file,
        at,
        'image-broken',
        { zh: `图片 ${image} 打不开`, en: `The picture ${image} cannot be opened` },
        { zh: '重新导出这张图片再放进来', en: 'Export the picture again and put it in anew' },
      ),
    );
  }
  if (!claim.isDescribed && !isDescribedByOriginal(place, image, find)) {
    problems.push(
      contentProblem(
        file,
        at,
        'alt-missing',
        { zh: `图片 ${image} 没有替代文字`, en: `The picture ${image} has no alt text` },
        { zh: `在方括号里写图里有什么：![图里有什么](${image})`, en: `Write what it shows in the brackets: ![what it shows](${image})` },
      ),
    );
  }
  return problems;
}

function judgeRecording(place: Place, { name, at }: Extract<Claim, { kind: 'recording' }>, find: FindOutline): readonly Problem[] {
  const outline = 'issue' in place ? find(`${issueFolder(place)}/${name}`) : undefined;
  if (outline && !outline.isBroken) return [];
  return [
    outline
      ? contentProblem(
          fileOf(place),
          at,
          'audio-broken',
          { zh: `录音 ${name} 不能用`, en: `The recording ${name} cannot be used` },
          { zh: '重新导出这段录音再放进来', en: 'Export the recording again and put it in anew' },
        )
      : contentProblem(
          fileOf(place),
          at,
          'audio-missing',
          { zh: `找不到录音 ${name}`, en: `There is no recording ${name}` },
          { zh: '把录音放进同一期的文件夹，文件名（连同大小写和扩展名）写得一样', en: "Put the recording into the issue's folder under exactly this name, capitals and extension included" },
        ),
  ];
}

function isDescribedByOriginal(place: Place, image: string, find: FindOutline): boolean {
  if (!isText(place) || place.locale === originalLocale) return false;
  return find(fileOf({ ...place, locale: originalLocale }))?.described?.includes(image) ?? false;
}

function duplicateAddress(file: string, meant: string, at: Position): Problem {
  return contentProblem(
    file,
    at,
    'duplicate-address',
    { zh: `${meant} 已经有了这个网址`, en: `${meant} has this address already` },
    { zh: '删去其中一个，或者换一个名字', en: 'Remove one of the two, or give it another name' },
  );
}

function unknownPage(place: Place, slug: string, at: Position): Problem {
  return contentProblem(
    fileOf(place),
    at,
    'unknown-page',
    { zh: `没有固定页面 ${slug}`, en: `There is no standing page ${slug}` },
    { zh: `写好 pages/${slug}.md，或者从 footer 里删去`, en: `Write pages/${slug}.md, or remove it from footer` },
  );
}

function judgeOriginal(place: Place, claim: Extract<Claim, { kind: 'original' }>, find: FindOutline): readonly Problem[] {
  if (!isText(place)) return [];
  const file = fileOf(place);
  const originalFile = fileOf({ ...place, locale: originalLocale });
  const original = find(originalFile);
  if (!original) {
    return [
      contentProblem(
        file,
        claim.at,
        'translation-without-original',
        { zh: `译文没有原文：缺少 ${originalFile}`, en: `The Translation has no Original: ${originalFile} is missing` },
        { zh: '补上原文，或者把文件名改得和原文一致', en: 'Add the Original, or give this file the same name as it' },
      ),
    ];
  }
  const problems: Problem[] = [];
  if (claim.corrections && original.corrections !== undefined && claim.corrections.count !== original.corrections) {
    problems.push(
      contentProblem(
        file,
        claim.corrections.at,
        'corrections-mismatch',
        { zh: `原文有 ${original.corrections} 条更正，译文有 ${claim.corrections.count} 条`, en: `The Original has ${original.corrections} corrections, the Translation ${claim.corrections.count}` },
        { zh: '按原文的顺序，每一条更正都写 wrong 和 right', en: 'Give wrong and right for every correction, in the order of the Original' },
      ),
    );
  }
  if (claim.withdrawal && original.isWithdrawn !== undefined && claim.withdrawal.isGiven !== original.isWithdrawn) {
    problems.push(
      contentProblem(
        file,
        claim.withdrawal.at,
        'withdrawal-incomplete',
        original.isWithdrawn
          ? { zh: '原文已撤回，译文没有写撤回原因', en: 'The Original is withdrawn; the Translation does not say why' }
          : { zh: '译文写了撤回原因，但原文没有撤回', en: 'The Translation gives a reason for withdrawal, but the Original is not withdrawn' },
        original.isWithdrawn
          ? { zh: '加上 withdrawal:，下面缩进写 reason: 原因', en: 'Add withdrawal: with reason: … indented below' }
          : { zh: '删去 withdrawal', en: 'Remove withdrawal' },
        original.isWithdrawn ? 'warning' : 'error',
      ),
    );
  }
  return problems;
}
