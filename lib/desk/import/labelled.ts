/**
 * Lines of labels and values as they stand under a headline: 时间:2023-02-03 10:20|来源:|浏览量:|字号: or 2023-02-03 10:20 来源：新华社.
 * Hides how many spellings one label has. Promises values as they stand, and an empty value for a label that has none.
 */
import { findTime } from './date-text';

export type LabelKind = 'time' | 'source' | 'author' | 'editor' | 'views' | 'tool' | 'column' | 'keywords' | 'summary' | 'other';

export interface Labelled {
  readonly kind: LabelKind;
  readonly label: string;
  readonly value: string;
}

const labels: readonly (readonly [LabelKind, string])[] = [
  ['time', '发布时间|发布日期|发表时间|发表日期|发文日期|发稿时间|发稿日期|公开日期|生成日期|更新时间|更新日期|录入时间|编辑时间|日期|时间'],
  ['source', '信息来源|稿件来源|文章来源|新闻来源|内容来源|来源|供稿单位|发布机构|发布单位|信源|稿源|转自|出处'],
  ['author', '作者|撰稿人?|供稿人?|文字|记者|通讯员'],
  ['editor', '责任编辑|责编|编辑|审核人?|审稿|校对|初审|复审|终审|监制|信息员|编审|排版|录入'],
  ['views', '浏览次数|浏览量|浏览|阅读次数|阅读量|阅读|点击次数|点击数|点击量|点击率|点击|访问次数|访问量|人气'],
  ['tool', '字体大小|文字大小|字号|字体|打印本页|打印|分享到|分享|收藏|保护视力色|背景色|语音播报|朗读|复制链接'],
  ['column', '所属栏目|栏目|分类|类别|频道'],
  ['keywords', '关键词|关键字|标签|主题词'],
  ['summary', '内容摘要|摘要|导读|内容提要|概要'],
  ['other', '索引号|文号|发文字号|公文种类|有效性|效力状态|公开方式|公开形式|主题分类|信息分类|服务对象'],
];
const kindOf = new Map(labels.flatMap(([kind, names]) => names.split('|').flatMap((name) => (name.endsWith('人?') ? [name.slice(0, -2), `${name.slice(0, -2)}人`] : [name])).map((name): [string, LabelKind] => [name, kind])));
const anyLabel = new RegExp(`(?<=^|[\\s|｜丨/,，;；·【[（(\\]】)）\\d])(${labels.map(([, names]) => names).join('|')})\\s*[:：]`, 'g');
const edges = /^[\s|｜丨/,，;；·【】[\]（）()]+|[\s|｜丨/,，;；·【[（(]+$/g;
const beginning = new RegExp(`^[\\s|【[（(]*(?:(?:${labels.map(([, names]) => names).join('|')})\\s*[:：]|\\d{4})`);
/** Labels that may follow a value without a space: 证券时报网作者：李在山. */
const gluedLabel = /(?<=[\p{Script=Han}\w])(作者|责任编辑|责编|(?<!责任)编辑|发布时间|浏览次数|点击数|字号|字体)(?=\s*[:：])/gu;
/** Buttons that got into a name. */
const tools = /(?:\s*(?:举报|调整字体|字号|字体|分享到?|打印|收藏|我要评论|我要分享|参与评论|评论|点赞|扫一扫|语音播报|订阅|关注))+.*$/;
/** Buttons that stand in such lines without a colon: [大 中 小], 打印, 关闭. */
const buttons = /[[【（(]?\s*(?:大\s*[|/]?\s*中\s*[|/]?\s*小|小\s*[|/]?\s*中\s*[|/]?\s*大|默认\s*超?大|A-\s*A\+?)\s*[\]】）)]?|[[【](?:打印|关闭|收藏|分享|打印本页|关闭窗口|打印此页)[\]】]/g;

/**
 * The labels of a line with their values; empty when the line is not of this kind. A line counts when it begins with a label or a
 * date and holds nothing that reads like a sentence.
 */
export function readLabelled(line: string): readonly Labelled[] {
  const plain = line.replace(buttons, ' ').replace(/\s+/g, ' ').trim();
  const text = beginning.test(plain) ? plain.replace(gluedLabel, ' $1') : plain;
  if (text === '' || text.length > 300 || /[。！？!?]/.test(text)) return [];
  const found = [...text.matchAll(anyLabel)];
  const [first] = found;
  const opening = text.slice(0, first?.index ?? text.length).replace(edges, '');
  const openingTime = findTime(opening);
  const isOpenedByTime = openingTime !== undefined && openingTime.start === 0 && openingTime.end >= opening.replace(edges, '').length;
  if (opening !== '' && !isOpenedByTime) return [];
  const fromOpening: Labelled[] = isOpenedByTime ? [{ kind: 'time', label: '', value: opening }] : [];
  return [
    ...fromOpening,
    ...found.flatMap((match, place): readonly Labelled[] => {
      const [whole, label = ''] = match;
      const kind = kindOf.get(label) ?? 'other';
      const raw = text.slice(match.index + whole.length, found[place + 1]?.index ?? text.length).replace(edges, '');
      const value = kind === 'source' || kind === 'author' ? raw.replace(tools, '').replace(/^(?:来源|作者)\s*[:：]\s*/, '').replace(edges, '') : raw;
      // 来源：示例日报 2023-02-03 10:20: a time without a label of its own.
      const time = kind === 'time' ? undefined : findTime(value);
      if (!time || time.start === 0 || time.end < value.length) return [{ kind, label, value }];
      return [{ kind, label, value: value.slice(0, time.start).replace(edges, '') }, { kind: 'time', label: '', value: value.slice(time.start) }];
    }),
  ];
}
