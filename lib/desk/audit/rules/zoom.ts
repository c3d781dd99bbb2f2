/** D60: nothing keeps a reader from enlarging the page. */
import { findMeta } from '../audited-page';
import type { Rule } from '../rule';

export const zoom: Rule = {
  id: 'D60',
  levels: ['item'],
  checkPage(page) {
    const meta = findMeta(page, 'viewport');
    if (!meta || !/user-scalable\s*=\s*(?:no|0)|maximum-scale/i.test(meta.content)) return [];
    return [{ at: meta.at, message: { zh: `viewport “${meta.content}”禁止或限制放大`, en: `The viewport "${meta.content}" blocks or limits zooming` }, remedy: { zh: '写成 width=device-width, initial-scale=1', en: 'Write width=device-width, initial-scale=1' } }];
  },
};
