/**
 * `npm start`: builds what is missing or no longer what is written, then runs the press in this same process.
 * Plain JavaScript that any Node can read, so that an old one is told in words what it lacks.
 */
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const isInstalled = fs.existsSync(fileURLToPath(new URL('../../node_modules/next', import.meta.url)));

if (major < 20 || (major === 20 && minor < 9)) refuse(`需要 Node.js 20.9 或更新版本，现在是 ${process.versions.node}。 / Node.js 20.9 or newer is needed; this is ${process.versions.node}.`);
else if (!isInstalled) refuse('还没有安装依赖，请先运行 npm ci。 / The packages are not installed yet: run npm ci first.');
else {
  const { addressOfBundle, build, isStale } = await import('./build.mjs');
  try {
    if (await isStale()) {
      console.error('正在编译，约半分钟…… / Building, about half a minute…');
      await build();
    }
    await import(addressOfBundle('press.mjs'));
  } catch (error) {
    refuse(error instanceof Error ? error.message : String(error));
  }
}

/** @param {string} words */
function refuse(words) {
  console.error(words);
  process.exitCode = 1;
}
