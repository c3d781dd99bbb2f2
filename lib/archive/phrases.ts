/**
 * The words that made-up articles are composed from: parts of one sentence, each in Chinese, English and Japanese, so that a
 * translation says what its original says. Everything is plainly about nothing: the place is called 示例园区 (Example Park), its lake
 * 范例湖 (Specimen Lake), its people 例小文 and 某甲. `#` stands for a number.
 */

/** One phrase in the three languages that people write here. */
export type Phrase = readonly [zh: string, en: string, ja: string];

/** Where and when: opens a sentence. */
export const openings: readonly Phrase[] = [
  ['本周一上午', 'On Monday morning', '月曜日の午前'],
  ['本周三下午', 'On Wednesday afternoon', '水曜日の午後'],
  ['周末两天', 'Over the two days of the weekend', '週末の二日間'],
  ['记者近日在范例湖边看到', 'As was seen by Specimen Lake this week', '先ごろ範例湖のほとりでの取材によると'],
  ['据样本街道介绍', 'According to Sample Subdistrict', '様本街道によると'],
  ['入秋以来', 'Since the beginning of autumn', '秋に入ってから'],
  ['新学期开始前', 'Before the new term began', '新学期が始まる前に'],
  ['在为期#天的活动中', 'During the # days of the event', '#日間の行事の中で'],
  ['经过#个工作日的准备', 'After # working days of preparation', '#営業日の準備を経て'],
  ['按照年初公布的清单', 'Following the list published at the start of the year', '年初に公表した一覧に沿って'],
  ['在占位路与测试大道的路口', 'At the corner of Placeholder Road and Test Avenue', '占位路と測試大道の交差点で'],
  ['在例句小学的操场上', 'In the yard of Sentence Primary School', '例句小学校の校庭で'],
  ['在样张图书馆二楼', 'On the second floor of Proof Sheet Library', '様張図書館の二階で'],
  ['在草稿公园的东门', 'At the east gate of Draft Park', '草稿公園の東門で'],
  ['清晨六点半', 'At half past six in the morning', '午前六時半'],
  ['傍晚时分', 'Towards evening', '夕方'],
  ['与去年同期相比', 'Compared with the same weeks of last year', '昨年の同じ時期と比べて'],
  ['在居民的建议下', 'At the suggestion of residents', '住民の提案を受けて'],
  ['为方便行动不便的读者', 'To help readers who find walking hard', '歩くことが難しい読者のために'],
  ['在第#次例会上', 'At regular meeting number #', '第#回の定例会で'],
  ['雨停之后', 'Once the rain had stopped', '雨が上がったあと'],
  ['在试运行的第#天', 'On day # of the trial run', '試行の#日目に'],
  ['为了让夜间也看得清楚', 'So that everything can be seen at night as well', '夜でもよく見えるように'],
  ['假期前最后一个工作日', 'On the last working day before the holiday', '休暇前の最後の営業日に'],
];

/** Who: always an office, a group or a body that does not exist. */
export const actors: readonly Phrase[] = [
  ['示例园区管理处', 'the Example Park office', '示例園区管理処'],
  ['样本街道办事处', 'the Sample Subdistrict office', '様本街道の事務所'],
  ['范例湖管理站', 'the Specimen Lake station', '範例湖管理所'],
  ['样张图书馆', 'Proof Sheet Library', '様張図書館'],
  ['草稿公园的园艺组', 'the gardeners of Draft Park', '草稿公園の園芸班'],
  ['例句小学的师生', 'the teachers and pupils of Sentence Primary School', '例句小学校の教員と児童'],
  ['占位路社区志愿者', 'the volunteers of Placeholder Road', '占位路のボランティア'],
  ['测试大道养护队', 'the Test Avenue road crew', '測試大道の保守班'],
  ['虚构交通服务中心', 'the Fictional Transport Centre', '虚構交通サービスセンター'],
  ['示例科技馆', 'the Example Science Hall', '示例科学館'],
  ['样本街道的三家小店', 'three small shops in Sample Subdistrict', '様本街道の三軒の小さな店'],
  ['园区读者俱乐部', 'the readers’ club', '園区の読者クラブ'],
  ['示例水务班组', 'the Example water team', '示例水道班'],
  ['范例湖合唱团', 'the Specimen Lake choir', '範例湖合唱団'],
  ['占位文化馆', 'the Placeholder Culture House', '占位文化館'],
  ['示例气象观测点', 'the Example weather post', '示例気象観測点'],
  ['无名博物馆', 'the Museum of Nothing in Particular', '無名博物館'],
  ['某甲工作室', 'the studio of Somebody A', '某甲工房'],
  ['示例园区统计小组', 'the Example Park statistics group', '示例園区統計班'],
  ['草稿公园观鸟小组', 'the bird watchers of Draft Park', '草稿公園の野鳥観察班'],
];

/** Did what: follows the actor; the word is also the article's address. */
export const actions: readonly { readonly slug: string; readonly headline: Phrase; readonly words: Phrase }[] = [
  { slug: 'lakeside-benches', headline: ['湖边添了新长椅', 'New benches by the lake', '湖畔に新しいベンチ'], words: ['检查并更换了#张长椅', 'checked and replaced # benches', 'ベンチ#脚を点検して取り替え'] },
  { slug: 'reading-room', headline: ['阅览室延长开放', 'Reading room open longer', '閲覧室の開館時間を延長'], words: ['把阅览室的开放时间延长了#分钟', 'kept the reading room open # minutes longer', '閲覧室の開館時間を#分延長し'] },
  { slug: 'street-trees', headline: ['行道树完成修剪', 'Street trees pruned', '街路樹の剪定が終わる'], words: ['修剪了#棵行道树', 'pruned # street trees', '街路樹#本を剪定し'] },
  { slug: 'bus-stops', headline: ['公交站牌换新字', 'Larger letters at bus stops', 'バス停の文字を大きく'], words: ['为#处公交站牌换上大字', 'put larger letters on # bus stop signs', 'バス停#か所の文字を大きくし'] },
  { slug: 'book-fair', headline: ['旧书市集如期举行', 'Second-hand book fair held', '古本市を予定どおり開催'], words: ['摆出了#箱旧书供人挑选', 'set out # boxes of used books to choose from', '古本#箱を並べて自由に選べるようにし'] },
  { slug: 'water-pipes', headline: ['老旧水管分段更换', 'Old water pipes replaced by sections', '古い水道管を区間ごとに交換'], words: ['分段更换了#米旧水管', 'replaced # metres of old pipe by sections', '古い水道管#メートルを区間ごとに交換し'] },
  { slug: 'lamp-posts', headline: ['路灯亮度重新调整', 'Street lamps set anew', '街灯の明るさを調整'], words: ['调整了#盏路灯的亮度', 'adjusted the brightness of # street lamps', '街灯#基の明るさを調整し'] },
  { slug: 'open-day', headline: ['科技馆迎来开放日', 'Open day at the science hall', '科学館で公開日'], words: ['接待了#名预约参观的读者', 'received # readers who had booked a visit', '予約した読者#人を迎え'] },
  { slug: 'bicycle-racks', headline: ['自行车架重新划线', 'Bicycle racks marked again', '自転車置き場の線を引き直し'], words: ['为自行车停放处划出#个新车位', 'marked # new places for bicycles', '自転車置き場に#台分の新しい線を引き'] },
  { slug: 'bird-count', headline: ['观鸟小组公布记录', 'Bird watchers publish their count', '野鳥観察班が記録を公表'], words: ['记录到#种水鸟', 'recorded # kinds of water birds', '水鳥#種を記録し'] },
  { slug: 'choir-evening', headline: ['合唱之夜座无虚席', 'Full house for the choir', '合唱の夕べは満席'], words: ['演唱了#首无词歌曲', 'sang # songs without words', '歌詞のない歌を#曲歌い'] },
  { slug: 'crossing-lights', headline: ['路口信号灯加装提示音', 'Crossing lights learn to beep', '交差点の信号機に音声案内'], words: ['为#处路口信号灯加装提示音', 'fitted # crossing lights with a sound signal', '交差点#か所の信号機に音声案内を付け'] },
  { slug: 'notice-boards', headline: ['公告栏统一规格', 'Notice boards of one size', '掲示板の大きさをそろえる'], words: ['统一了#块公告栏的规格', 'made # notice boards the same size', '掲示板#枚の大きさをそろえ'] },
  { slug: 'rain-gauges', headline: ['雨量计完成校准', 'Rain gauges calibrated', '雨量計の校正が完了'], words: ['校准了#台雨量计', 'calibrated # rain gauges', '雨量計#台を校正し'] },
  { slug: 'school-garden', headline: ['校园菜地种下第一茬', 'First planting in the school garden', '学校菜園に最初の植え付け'], words: ['在校园菜地种下#行青菜', 'planted # rows of greens in the school garden', '学校菜園に青菜を#列植え'] },
  { slug: 'lost-and-found', headline: ['失物招领处清点物品', 'Lost and found takes stock', '忘れ物取扱所が品物を整理'], words: ['清点了失物招领处的#件物品', 'counted # items at the lost and found', '忘れ物取扱所の品物#点を整理し'] },
  { slug: 'museum-labels', headline: ['展签增加盲文', 'Braille on museum labels', '展示ラベルに点字'], words: ['为#件展品的说明牌加上盲文', 'added Braille to the labels of # exhibits', '展示品#点の説明板に点字を加え'] },
  { slug: 'footbridge', headline: ['人行天桥更换踏板', 'New treads for the footbridge', '歩道橋の踏み板を交換'], words: ['更换了人行天桥的#块踏板', 'changed # treads of the footbridge', '歩道橋の踏み板#枚を交換し'] },
  { slug: 'compost', headline: ['落叶堆肥送进花圃', 'Leaf compost for the flower beds', '落ち葉の堆肥を花壇へ'], words: ['把#袋落叶堆肥送进花圃', 'brought # sacks of leaf compost to the flower beds', '落ち葉の堆肥#袋を花壇に運び'] },
  { slug: 'map-signs', headline: ['导览图改正一处错字', 'A slip on the map put right', '案内図の誤字を一か所修正'], words: ['重新印制了#幅导览图', 'printed # site maps again', '案内図#枚を刷り直し'] },
  { slug: 'evening-classes', headline: ['夜校课程开始报名', 'Evening classes open for enrolment', '夜間講座の受付を開始'], words: ['开设了#门夜校课程', 'opened # evening classes', '夜間講座を#科目開き'] },
  { slug: 'slow-lane', headline: ['慢行道铺上新砖', 'New bricks on the slow lane', '緩歩道に新しい煉瓦'], words: ['为慢行道铺了#平方米新砖', 'laid # square metres of new brick on the slow lane', '緩歩道に新しい煉瓦を#平方メートル敷き'] },
  { slug: 'tea-corner', headline: ['饮水点增至每层一处', 'Drinking water on every floor', '給水所を各階に'], words: ['新增了#处饮水点', 'added # places with drinking water', '給水所を#か所増やし'] },
  { slug: 'paper-archive', headline: ['旧报合订本完成编目', 'Old volumes catalogued', '古い新聞の合本を目録に'], words: ['为#册旧报合订本编了目录', 'catalogued # bound volumes of old papers', '古い新聞の合本#冊の目録を作り'] },
];

/** With what result: closes the sentence. */
export const results: readonly Phrase[] = [
  ['全部工作按计划完成', 'everything was finished as planned', 'すべて予定どおりに終えた'],
  ['过程中没有影响正常通行', 'nobody had to take another way', '通行への影響はなかった'],
  ['所需材料均为库存', 'all the material came from stock', '材料はすべて在庫でまかなった'],
  ['现场秩序平稳', 'all was calm on the spot', '現場は終始落ち着いていた'],
  ['相关记录已经存档', 'the records have been filed', '記録は保管された'],
  ['剩余部分将在下月继续', 'the rest will follow next month', '残りは来月に続ける'],
  ['居民普遍表示满意', 'residents said they were content', '住民からは満足の声が聞かれた'],
  ['参与人数比预想的多#人', '# more people came than expected', '参加者は予想より#人多かった'],
  ['费用比预算少了百分之#', 'the cost stayed # per cent below the budget', '費用は予算を#パーセント下回った'],
  ['并在入口处张贴了说明', 'an explanation was put up at the entrance', '入口には説明が掲示された'],
  ['同时收到#条修改建议', '# suggestions were received at the same time', '同時に#件の提案が寄せられた'],
  ['平均等候时间缩短到#分钟', 'the average wait fell to # minutes', '平均の待ち時間は#分に縮まった'],
  ['天气对进度没有影响', 'the weather made no difference', '天候の影響はなかった'],
  ['有关数据将在下一期公布', 'the figures will appear in the next issue', '数値は次の号で公表する'],
  ['不再需要另行登记', 'no further registration is needed', '改めて登録する必要はなくなった'],
  ['并留出了轮椅通道', 'room was left for wheelchairs', '車椅子の通り道も確保した'],
  ['使用方法与原来相同', 'the way of using it stays the same', '使い方はこれまでと変わらない'],
  ['孩子们画下了整个经过', 'the children drew the whole story', '子どもたちはその様子を絵に描いた'],
  ['工具在当天全部归还', 'all tools were returned the same day', '道具はその日のうちに返却された'],
  ['结果与去年基本一致', 'the outcome was much like last year’s', '結果は昨年とほぼ同じだった'],
  ['没有出现需要说明的情况', 'nothing happened that needs explaining', '特に説明を要することはなかった'],
  ['各方对时间安排没有异议', 'no one objected to the timetable', '日程への異議はなかった'],
  ['名单按姓氏笔画排列', 'the list is in order of strokes', '名簿は画数順に並べた'],
  ['下一次检查定在#天之后', 'the next check is due in # days', '次の点検は#日後に行う'],
];

/** What somebody said about it. */
export const remarks: readonly Phrase[] = [
  ['我们只是把该做的事做完', 'We merely finished what had to be done', 'すべきことを終えただけです'],
  ['多走几步路，多问一句话，事情就清楚了', 'A few more steps and one more question, and the matter is clear', '数歩多く歩き、一言多く尋ねれば、はっきりします'],
  ['这张表以后可以少填一栏', 'From now on this form has one field less', 'この用紙は欄が一つ減ります'],
  ['先试#天，再决定要不要推广', 'We shall try it for # days and then decide', 'まず#日試して、それから決めます'],
  ['孩子们比我们更早发现了问题', 'The children saw the problem before we did', '子どもたちの方が先に気づきました'],
  ['说明书写得短一些，大家才会读完', 'People read the manual to the end only when it is short', '説明書は短くないと最後まで読んでもらえません'],
  ['这里原来什么也没有，现在有了一块牌子', 'There was nothing here before, and now there is a sign', '以前は何もありませんでしたが、今は看板があります'],
  ['没有消息，就是这里最好的消息', 'No news is the best news we have here', '便りのないのが、ここではよい便りです'],
  ['欢迎带着旧书来，也欢迎空着手来', 'Come with old books, or come with empty hands', '古本を持って来ても、手ぶらで来てもかまいません'],
  ['数字不大，但每一个都核对过', 'The figures are small, but each was checked', '数は小さくても、一つ一つ確かめました'],
  ['灯不必太亮，够看清台阶就行', 'The lamps need not be bright, only enough to see the steps', '灯りは段差が見えるだけあれば十分です'],
  ['明年的这个时候，我们再来看一看', 'Let us look again this time next year', '来年の今ごろ、また見てみましょう'],
];

/** What the made-up text looks back on or adds; whole sentences that need no actor. */
export const asides: readonly Phrase[] = [
  ['文中地点、机构和人物均为虚构，数字由程序生成。', 'Places, bodies and people in this text are made up, and a program made the figures.', '文中の場所、団体、人物はすべて架空で、数字はプログラムによるものである。'],
  ['需要说明的是，上述数字不含仍在核对的部分。', 'It should be said that these figures leave out what is still being checked.', 'なお、上の数字には確認中の分を含まない。'],
  ['具体办法以现场告示为准。', 'For details, the notice on the spot prevails.', '詳しくは現場の掲示による。'],
  ['这已是今年的第#次。', 'This was time number # this year.', '今年で#回目となる。'],
  ['有兴趣的读者可以在开放时间到场了解。', 'Readers who are interested may come by during opening hours.', '関心のある読者は開館時間中に見学できる。'],
  ['从湖边步行到这里大约需要#分钟。', 'It takes about # minutes to walk here from the lake.', '湖畔からここまで歩いて約#分かかる。'],
  ['本报将继续关注。', 'This paper will follow the matter.', '本紙は引き続き取り上げる。'],
  ['在此之前，同样的工作要分两次做。', 'Until now the same work had to be done in two turns.', 'これまでは同じ作業を二度に分けていた。'],
];

/** Kickers: the line above a headline. */
export const kickers: readonly Phrase[] = [
  ['示例园区一周纪事', 'A week in Example Park', '示例園区の一週間'],
  ['身边小事', 'Small matters nearby', '身近な小さな話'],
  ['范例湖畔', 'By Specimen Lake', '範例湖のほとり'],
  ['年初清单进行时', 'The year’s list, in progress', '年初の一覧、進行中'],
  ['数字里的示例园区', 'Example Park in figures', '数字で見る示例園区'],
  ['读者来信之后', 'After a reader’s letter', '読者の手紙から'],
];

/** People who do not exist. */
export const people: readonly Phrase[] = [
  ['例小文', 'Li Xiaowen (made up)', '例小文（架空）'],
  ['某甲', 'Somebody A', '某甲'],
  ['试笔生', 'Trial Pen', '試筆生'],
  ['占位子', 'Placeholder Zi', '占位子'],
  ['稿本人', 'Draft Copy', '稿本人'],
  ['虚小构', 'Xu Fiction', '虚小構'],
  ['样不凡', 'Sample Ordinary', '様不凡'],
  ['范小例', 'Little Specimen', '範小例'],
];

export const keywords: readonly string[] = ['示例', '范例湖', '样本街道', '便民', '养护', '阅读', '观鸟', '步行', '旧书', '校园', '公告', '天气'];
