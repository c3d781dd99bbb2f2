/** Names of people as bylines give them: 本报记者 朱霜 通讯员 王伟 gives 朱霜 and 王伟. */

const roles = /(?:本报|本网|本刊|全媒体|融媒体|首席|见习|实习|特约)*(?:记者|通讯员|撰稿人?|供稿人?|摄影|摄像|图文|文字|作者|文\s*\/\s*图|文图|图\s*\/\s*文|文|图)(?=[\s:：/、]|$)\s*[:：/]?/g;
const separators = /[\s\u3000、，,;；|/]+/;

export function readNames(text: string): readonly string[] {
  const plain = text.replace(/[（()）]/g, ' ').replace(roles, ' ').trim();
  if (/\p{Script=Latin}/u.test(plain)) return plain.split(/[、，,;；|/]+/).map((name) => name.trim()).filter((name) => name !== '');
  const parts = plain.split(separators).filter((part) => part !== '');
  // 王　伟: a name of two characters set wide.
  const names = parts.flatMap((part, place) => {
    const isSplit = part.length === 1 && parts[place + 1]?.length === 1;
    const isSecondHalf = part.length === 1 && parts[place - 1]?.length === 1;
    return isSplit && !isSecondHalf ? [part + (parts[place + 1] ?? '')] : isSecondHalf ? [] : [part];
  });
  return [...new Set(names)];
}

/** True of what can be a Chinese person's name: two to four characters, or longer with a dot. */
export function looksLikeName(text: string): boolean {
  return /^(?:\p{Script=Han}{2,4}|\p{Script=Han}{1,8}(?:·\p{Script=Han}{1,8})+)$/u.test(text);
}
