/** What an entry of the report is about. `kept` is something odd that was left as found. */
export type ReportKind = 'removed' | 'guessed' | 'missing' | 'kept' | 'suggestion'

type Message = { kind: ReportKind; chinese: string; english: string }

const removed = (chinese: string, english: string): Message => ({ kind: 'removed', chinese, english })
const guessed = (chinese: string, english: string): Message => ({ kind: 'guessed', chinese, english })
const missing = (chinese: string, english: string): Message => ({ kind: 'missing', chinese, english })
const kept = (chinese: string, english: string): Message => ({ kind: 'kept', chinese, english })
const suggestion = (chinese: string, english: string): Message => ({ kind: 'suggestion', chinese, english })

/** Everything an import can tell, by stable code. */
export const reportMessages = {
  'control-characters': removed('删去控制字符和不可见的方向、零宽字符', 'control, bidirectional and zero-width characters removed'),
  'empty-paragraphs': removed('删去空段落', 'empty paragraphs removed'),
  indents: removed('删去段首缩进（缩进属于版式）', 'indents removed: they are presentation'),
  furniture: removed('删去页面功能文字', 'page furniture removed'),
  'page-header': removed('标题、日期等信息行移出正文', 'title and facts above the text moved out of the body'),
  'neighbour-links': removed('删去上一篇、下一篇', 'links to the neighbouring articles removed'),
  'related-links': removed('删去相关链接列表', 'list of related links removed'),
  'hidden-text': removed('删去页面上不显示的文字', 'text the page does not show removed'),
  'active-content': removed('删去脚本、样式或内嵌框架', 'script, style or frame removed'),
  'form-controls': removed('删去表单控件', 'form controls removed'),
  'event-handlers': removed('删去事件属性（on…）', 'event attributes (on…) removed'),
  'unsafe-link': removed('删去不安全的链接，文字保留', 'unsafe link removed, its text kept'),
  'unresolved-link': removed('相对链接无法还原，文字保留', 'relative link without a known page address removed, its text kept'),
  'invalid-link': removed('删去无效的链接，文字保留', 'invalid link removed, its text kept'),
  'decorative-image': removed('删去装饰图片（图标、占位、统计点）', 'decorative image (icon, spacer, counter) removed'),
  'unsafe-image': removed('删去不安全或损坏的图片', 'unsafe or damaged image removed'),
  'embedded-object': removed('删去内嵌对象', 'embedded object removed'),
  'signature-line': removed('署名行移作作者', 'signature line moved to the authors'),
  'editor-line': removed('编辑署名行移作编辑', 'editors’ line moved to the editors'),
  'clipped-value': removed('超出范围的数值已改到允许范围', 'value out of range brought into range'),
  'charset-mismatch': guessed('页面声明的编码与实际不符，按实际编码读取', 'declared charset is wrong; read by what the bytes are'),
  'charset-detected': guessed('页面没有声明编码，按内容判断', 'no charset declared; detected from the bytes'),
  'undecodable-bytes': kept('有无法解码的字节，以 U+FFFD 表示', 'bytes that could not be decoded are shown as U+FFFD'),
  'title-from-page': guessed('标题取自页面上的标题', 'title taken from the heading on the page'),
  'title-cut': guessed('标题取自浏览器标题，已去掉网站名', 'title taken from <title>, cut off the site name'),
  'subtitle-split': guessed('副题按破折号拆出', 'subtitle split off at the dash'),
  'subtitle-line': guessed('副题取自标题下一行', 'subtitle taken from the line below the title'),
  'kicker-line': guessed('引题取自标题上一行', 'kicker taken from the line above the title'),
  'content-by-density': guessed('正文按文字密度判断', 'article text found by its density'),
  'heading-recognised': guessed('按行文判断为小标题', 'line recognised as a heading'),
  'heading-demoted': guessed('标题标记中的长句按段落处理', 'sentence inside heading markup read as a paragraph'),
  'caption-recognised': guessed('按位置判断为图片说明', 'text below an image recognised as its caption'),
  'header-row-guessed': guessed('表格首行判断为表头', 'first row of the table taken as its header'),
  'layout-table': guessed('排版用表格按段落处理', 'layout table read as paragraphs'),
  'image-moved': guessed('表格、列表或引文中的图片移到其后', 'image inside a table, list or quotation placed after it'),
  'author-signature': guessed('作者取自署名', 'authors read from a signature'),
  'author-byline': guessed('作者取自文首署名', 'authors read from the byline'),
  'author-meta': guessed('作者取自 Author 标签', 'author taken from the Author tag'),
  'source-unlabelled': guessed('来源没有标注，按位置判断', 'source is not labelled; judged by its place'),
  'source-script': guessed('来源取自页面脚本中的数据', 'source taken from the data of a script on the page'),
  'trail-from-column': guessed('页面没有位置导航，栏目取自 ColumnName', 'no breadcrumb trail; the channel is taken from ColumnName'),
  'date-conflict': guessed('页面日期与标签日期不同，取页面上的日期', 'shown date and PubDate differ; the shown one is taken'),
  'date-from-address': guessed('日期取自页面地址', 'date read from the address of the page'),
  'date-of-update': guessed('页面只有更新时间，用作发布日期', 'only a date of update on the page; taken as the date of publication'),
  'attachment-outside': guessed('附件取自正文之外', 'attachment found outside the article text'),
  'date-elsewhere': guessed('日期不在标题附近', 'date found away from the title'),
  'kind-guessed': guessed('体裁按标题判断', 'kind of article judged by its title'),
  'origin-guessed': guessed('来源不是本站，判断为转载', 'source is another organisation; taken as a reprint'),
  'no-source': missing('页面没有来源', 'no source (来源) on the page'),
  'no-date': missing('页面没有发布日期', 'no date of publication on the page'),
  'no-time': missing('日期没有时刻', 'date without a time'),
  'no-trail': missing('页面没有位置导航', 'no breadcrumb trail on the page'),
  'no-author': missing('页面没有作者', 'no author on the page'),
  'no-address': missing('页面没有写明自己的地址', 'the page does not say its own address'),
  'no-alt': missing('图片没有替代文字', 'image without a text alternative'),
  'invalid-date': missing('日期不成立，未采用', 'impossible date refused'),
  'future-date': missing('日期在将来，未采用', 'date in the future refused'),
  'author-refused': missing('Author 标签不是人名，未采用', 'the Author tag does not name a person; not used'),
  'half-width-commas': kept('半角逗号按原样保留', 'half-width commas kept as found'),
  'half-width-marks': kept('半角标点按原样保留', 'half-width punctuation kept as found'),
  'signature-in-text': kept('段末署名保留在正文中', 'signature at the end of a paragraph kept in the text'),
  'multi-page': kept('文章有多页，本文件只是其中一页', 'the article has several pages; this file is one of them'),
  'rare-characters': kept(
    '生僻字按原样保留；没有相应字库的设备显示不出来',
    'rare characters kept; devices without a font for them show nothing',
  ),
  'private-characters': kept(
    '自造字（私用区字符）按原样保留；换了字库就不是原来的字，请改用正式编码',
    'private-use characters kept; in another font they are something else, so replace them',
  ),
  'full-width-punctuation': suggestion('建议把汉字之间的半角标点改为全角', 'consider full-width punctuation between Han characters'),
} as const satisfies Record<string, Message>

export type ReportCode = keyof typeof reportMessages
