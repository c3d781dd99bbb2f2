/** The rules of the audit, in the order of their numbers, and those that nobody sees from outside. */
import type { Bilingual } from '@/lib/problem';
import type { Rule } from './rule';
import { articleTitle } from './rules/article-title';
import { availability } from './rules/availability';
import { columnDescription } from './rules/column-description';
import { columnKeywords } from './rules/column-keywords';
import { columnName } from './rules/column-name';
import { columnType } from './rules/column-type';
import { contact } from './rules/contact';
import { emptyColumns } from './rules/empty-columns';
import { filing } from './rules/filing';
import { footerMarks } from './rules/footer-marks';
import { future } from './rules/future';
import { imageTag } from './rules/image-tag';
import { landmarks } from './rules/landmarks';
import { language } from './rules/language';
import { links } from './rules/links';
import { authorTag, descriptionTag, keywordsTag } from './rules/optional-tags';
import { publicationTime } from './rules/publication-time';
import { searchFunction } from './rules/search-function';
import { sharing } from './rules/sharing';
import { shownSource } from './rules/shown-source';
import { shownTime } from './rules/shown-time';
import { siteCode } from './rules/site-code';
import { siteDomain } from './rules/site-domain';
import { siteName } from './rules/site-name';
import { sourceTag } from './rules/source-tag';
import { staleColumns } from './rules/stale-columns';
import { staleHome } from './rules/stale-home';
import { tagNames } from './rules/tag-names';
import { undated } from './rules/undated';
import { urlTag } from './rules/url-tag';
import { zoom } from './rules/zoom';

export const rules: readonly Rule[] = [
  ...[siteName, siteDomain, siteCode, columnName, columnDescription, columnKeywords, columnType],
  ...[articleTitle, publicationTime, sourceTag, keywordsTag, authorTag, descriptionTag, imageTag, urlTag, tagNames],
  ...[shownTime, shownSource, sharing, landmarks, footerMarks, emptyColumns, links, searchFunction],
  ...[future, availability, staleHome, staleColumns, contact, undated, zoom, filing, language],
];

/** What the rules ask beyond that, and who has to look. */
export const notSeen: readonly Bilingual[] = [
  { zh: 'D23 颜色、D24 版式、D25 加载时间、D31 离站提示、D32 各种屏幕、D50 至 D59 无障碍：要用浏览器看（npm run e2e 检查本门户）', en: 'D23 colours, D24 layout, D25 loading time, D31 asking before a reader leaves, D32 screens, D50 to D59 accessibility: they take a browser (npm run e2e looks at this portal)' },
  { zh: 'D29 广告和外链：外链逐个列出，由人判断；外部网站一概不访问', en: 'D29 advertisements and foreign links: foreign hosts are listed for a person to judge; none is ever visited' },
  { zh: 'D33 失效文件的标注、D40 文字错误和内容、D44 答复时限、D61 等级标志、D71 公开时限、D72 地图审图号、D74 版本记录：要由人核对', en: 'D33 marks on repealed documents, D40 wording and content, D44 answers in time, D61 badges, D71 twenty working days, D72 map approval, D74 imprint: for a person to check' },
  { zh: 'D41 只算这一次；检查要看一周', en: 'D41 counts this run alone; the inspectors look for a week' },
  { zh: 'D16、D46、D47 由 D1 至 D3、D30 和各标签的规则一并检查', en: 'D16, D46 and D47 are covered by D1 to D3, D30 and the rules on tags' },
];
