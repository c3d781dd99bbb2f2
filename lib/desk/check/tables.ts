/** Rule `table-too-wide`: more columns than a sheet of paper or a telephone can show side by side. */
import { inFile, warn, type Checker } from './checked-text';

export const mostColumns = 8;
/** The second line of such a table. Reading the Markdown takes most of a check's time. */
const wideRule = new RegExp(`^[ \\t>]*\\|?(?:[ \\t]*:?-+:?[ \\t]*\\|){${mostColumns}}[ \\t]*:?-`, 'm');

export const tables: Checker = {
  rules: ['table-too-wide'],
  check(text) {
    if (!wideRule.test(text.document.body)) return [];
    return text
      .outline()
      .tables.filter(({ columns }) => columns > mostColumns)
      .map((table) =>
        warn(
          text,
          inFile(text, table),
          'table-too-wide',
          { zh: `表格有 ${table.columns} 栏，纸上和手机上放不下`, en: `The table has ${table.columns} columns: too many for paper and telephones` },
          { zh: `最多 ${mostColumns} 栏：把行和栏对调，或者拆成两张表`, en: `At most ${mostColumns}: turn rows into columns, or make two tables of it` },
        ),
      );
  },
};
