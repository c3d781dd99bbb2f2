/**
 * Blank files to fill in: every fact the portal asks for, in the order of the editors' manual, with a word of Chinese on each.
 * What is not known stays empty, which is the same as not being there, and so does the body: no word of a blank is ever published.
 */
import { stringify } from 'yaml';

/** A key, what stands after it, and what an editor should know; none is fine for `value`. */
interface Line {
  readonly key: string;
  readonly value?: string | number | undefined;
  readonly hint: string;
}

export interface ArticleBlank {
  readonly title: string;
  readonly published?: string | undefined;
  readonly column?: string | undefined;
  readonly kicker?: string | undefined;
  /** Names of the columns to choose from. */
  readonly columns: readonly string[];
}

export interface IssueBlank {
  readonly number?: number | undefined;
  readonly total?: number | undefined;
  readonly title?: string | undefined;
}

/** A draft: readers see nothing of it until its last line is taken out. */
export function articleBlank({ title, published, column, kicker, columns }: ArticleBlank): string {
  return blank([
    { key: 'title', value: title, hint: '标题，必填' },
    { key: 'kicker', value: kicker, hint: '引题，标题上面的一行' },
    { key: 'published', value: published, hint: '发布时间，北京时间，必填，如 2023-02-03 10:20' },
    { key: 'column', value: column, hint: `栏目，必填：${columns.join('、')}` },
    { key: 'order', hint: '在本栏目里排第几，从 1 起' },
    { key: 'summary', hint: '摘要，一两句' },
    { key: 'authors', hint: '作者，如 [朱霜] 或 [甲, 乙]' },
    { key: 'source', hint: '来源：下面缩进写 name: 和 address:' },
    { key: 'newspaper', hint: '原载报纸：下面缩进写 name:、date: 和 page:' },
    { key: 'keywords', hint: '关键词，如 [社区, 阅读]' },
    { key: 'cover', hint: '题图：下面缩进写 image:、alt:、caption: 和 credit:' },
    { key: 'figures', hint: '配图，写法见编辑手册“图片”' },
    { key: 'audio', hint: '录音：同一文件夹里的 mp3 或 m4a 文件名' },
    { key: 'status', value: 'draft', hint: '草稿；写好了就删去这一行' },
  ]);
}

export function issueBlank({ number, total, title }: IssueBlank): string {
  return blank([
    { key: 'number', value: number, hint: '第几期，每年从 1 起' },
    { key: 'total', value: total, hint: '总第几期' },
    { key: 'title', value: title, hint: '本期主题' },
    { key: 'cover', hint: '本期题图：下面缩进写 image:、alt:、caption: 和 credit:' },
  ]);
}

function blank(lines: readonly Line[]): string {
  const written = lines.map(({ key, value, hint }) => `# ${hint}\n${value === undefined ? `${key}:` : stringify({ [key]: value }, { lineWidth: 0, singleQuote: true }).trimEnd()}\n`);
  return `---\n${written.join('')}---\n`;
}
