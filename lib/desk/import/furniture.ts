/**
 * Furniture: what belongs to the page and not to the article. Knows the words of buttons, links and notices on Chinese public pages.
 */

const words =
  '分享到?|分享至|打印(?:此页|本页|本文|预览)?|关闭(?:此页|本页|窗口|页面)?|收藏(?:此页|本页|本站)?|加入收藏|设为首页|返回(?:顶部|首页|列表|上一?页|上级)?|返回.{0,12}首页|回到顶部|TOP|' +
  '简体(?:中文|版)?|繁[体體](?:中文|版)?|English|EN|日语|日本語|日文|한국어|韩语|无障碍(?:浏览|阅读|版)?|长者(?:版|模式|助手)|关怀版|适老化|' +
  '字[号體体](?:大小)?|大|中|小|默认|超大|微信|微博|新浪微博|腾讯微博|QQ(?:空间|好友)?|朋友圈|更多|复制链接|生成海报|点赞|评论|举报|纠错|我要纠错|网站纠错|找错|语音播报|听新闻|朗读|' +
  '扫一扫.{0,20}|(?:微信)?扫码.{0,20}|用手机(?:浏览|查看).{0,8}|手机(?:浏览|查看|版)|二维码|客户端下载|下载客户端|' +
  '网站地图|联系我们|关于我们|版权声明|隐私(?:声明|政策)|网站声明|法律声明|免责声明|网站首页|首页|主页|登录|注册|搜索|站内搜索|高级搜索|请输入关键字|' +
  '新闻中心|政务公开|政务服务|互动交流|信息公开|走进.{2,6}|机构设置|';
const button = new RegExp(`^(?:${words})$`, 'i');
/** Lines that are furniture whatever their words, by how they begin. */
const opening =
  /^[（(【]?(?:上一[篇条则页]|返回.{2,10}(?:首页|列表)|下一[篇条则页]|前一篇|后一篇|主办单位?|承办单位?|协办|版权所有|copyright\b|©|技术支持|建设(?:与|和)?(?:运维|维护)|地址|邮编|电话|传真|网站标识码|政府网站标识码|[\u4e00-\u9fff]?ICP(?:备|证)|[\u4e00-\u9fff]公网安备|建议使用|您是第|本站已支持|责任编辑|责编|编辑|审核|初审|复审|终审|监制|校对|信息员|分享到|扫一扫|【?(?:打印|关闭|收藏|纠错|责任编辑)|\[(?:打印|关闭|收藏))/i;
/** From such a line on, a page lists other articles. */
const others = /^(?:相关(?:新闻|链接|阅读|文章|信息|稿件|推荐|报道)|推荐(?:阅读|新闻|文章)|热门(?:新闻|文章|推荐|排行)|延伸阅读|更多(?:新闻|内容|相关)|猜你喜欢|最新(?:新闻|资讯|文章)|点击排行|热点(?:新闻|推荐)|友情链接)\s*[:：>》]*$/;

/** True of a line made of nothing but buttons and links: 打印此页|关闭窗口. */
export function isButtons(line: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(line)) return line.trim() !== '';
  const parts = line.split(/[\s|｜丨/·•>【】[\]（）():：,，、]+/).filter((part) => part !== '');
  return parts.length > 0 && parts.every((part) => button.test(part));
}

/** True of a line that can stand below an article and is not part of it. */
export function isFootLine(line: string): boolean {
  return isButtons(line) || (line.length <= 120 && opening.test(line) && !/[。！？]$/.test(line));
}

export function opensOtherArticles(line: string): boolean {
  return others.test(line);
}

/** A line that is an attachment of the article, not furniture below it. */
export function isAttachment(line: string): boolean {
  return /^附件\s*(?:[\d一二三四五六七八九十]+\s*)?(?:[:：.、【\[]|$)/.test(line) || (line.length <= 80 && /\.(?:docx?|xlsx?|pptx?|pdf|zip|rar|wps|et|ofd)\b/i.test(line));
}
