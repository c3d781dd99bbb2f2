/** Rule `ruby`: braces and a bar that were meant for a reading above characters, and will stand in the text as they are. */
import { findRuby } from '@/lib/content/markdown/ruby';
import { warnAt, type Checker } from './checked-text';

export const ruby: Checker = {
  rules: ['ruby'],
  check(text) {
    const body = text.source.length - text.document.body.length;
    // Code has no prose; and in the prose the bar of a cell is blanked.
    const found = findRuby(text.source).filter(({ offset }) => /[{｛]/.test(text.prose.charAt(offset)));
    return found.flatMap(({ offset, written, isGood }) => {
      const isInBody = offset >= body;
      if (isGood && isInBody) return [];
      return [
        warnAt(
          text,
          offset,
          'ruby',
          isInBody ? { zh: `注音的写法不对：${written}`, en: `Not the form of a reading above characters: ${written}` } : { zh: `资料里不能注音：${written}`, en: `No readings above characters in the front matter: ${written}` },
          isInBody
            ? { zh: '写成 {汉字|hàn zì}，或者逐字写 {汉字|hàn|zì}：半角花括号和竖线，词里不留空格，一个读音，或者每字一个', en: 'Write {汉字|hàn zì}, or {汉字|hàn|zì} for each character: ASCII braces and bars, no space in the word, one reading or as many as characters' }
            : { zh: '只写文字本身；注音用在正文里', en: 'Write the words alone; readings stand in the body' },
        ),
      ];
    });
  },
};
