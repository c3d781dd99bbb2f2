/** What has to be there before anything of the portal can run. Plain JavaScript that any Node can read, so that an old one is told what it lacks. */
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../root.mjs';

/** @returns {string | undefined} what is missing and what to do, Chinese first; undefined when all is there */
export function findMissing() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 9)) return `需要 Node.js 20.9 或更新版本，现在是 ${process.versions.node}。 / Node.js 20.9 or newer is needed; this is ${process.versions.node}.`;
  if (!fs.existsSync(path.join(root, 'node_modules/next'))) return '还没有安装依赖，请先运行 npm ci。 / The packages are not installed yet: run npm ci first.';
  return undefined;
}
