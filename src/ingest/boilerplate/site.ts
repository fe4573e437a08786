import { phrases } from './rules.ts'

const network =
  '(?:facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|instagram|youtube|tumblr|flipboard|mastodon|bluesky|threads|e-?mail|print|sms|messenger|pocket|tiktok)'
const act = `(?:${network}|tweet|pin(?: it)?|share|copy(?: link)?|link|save|like|more|[|·•/,])`
const parts = { network, act, paper: '(?:article|story|post|page|news|entry)' }

export const share = phrases(
  String.raw`
    (?:share|sharing|shares)(?: (?:this|it|the))?(?: {paper})?[:!.]?
    share(?: (?:this|it))?(?: {paper})? (?:on|via|to|with)(?:[ ,]+(?:and |or |your )?{network})*[:!.]?
    (?:click to )?(?:share|tweet|post|pin|save|send|follow|like|e-?mail|print|copy)(?: (?:this|it|us))?(?: {paper})?(?: (?:on|to|via|with|in|by|a))+ {network}(?: \(opens in (?:a )?new window\))?
    {act}(?: ?{act})*
    copy (?:this )?(?:link|url)(?: to (?:the )?clipboard)?
    link copied[!.]?
    share or comment on this {paper}.{0,160}
    like this:?
    (?:参考になった|役に立った|いいね|共感した)[!！:： ]*\d*(?: ?[人件])?
    \d[\d.,]*k? (?:shares?|likes?|views?|reads?|claps?)
    (?:e-?mail|print|save|bookmark|gift)(?: this)?(?: {paper})?
    blogthis!?
    save for later
    add to (?:favou?rites|bookmarks|reading list)
    (?:artikel )?teilen[:.]?
    (?:シェア|ポスト|ツイート|共有|ブックマーク|印刷|保存)(?:する)?
    auf {network} teilen
    partager(?: (?:cet article|sur .{1,20}))?[:.]?
    (?:compartir|condividi|delen|compartilhar)(?: (?:en|su|op|no|em) .{1,20})?[:.]?
  `,
  parts,
)

export const advert = phrases(
  String.raw`
    (?:advertisements?|advertising|adverts?|ads?|sponsored(?: content| links?| post)?|promoted(?: content)?|paid (?:content|post)|publicité|anzeige|werbung|publicidad|pubblicità|advertentie|anuncio|реклама|広告|スポンサーリンク)[:.]?
    (?:this )?(?:{paper}|content) continues (?:after|below).{0,40}
    continue reading (?:the main story|below|after).{0,40}
    scroll (?:down )?(?:to|for) (?:continue|more|read).{0,30}
    ad(?:vertisement)? [-–—] (?:{paper}|content|continue).{0,40}
    report (?:this )?ad
    skip (?:past )?(?:advertisement|ad|newsletter).{0,30}
    (?:loading|remove) ads?.{0,10}
    this {paper} (?:may )?contains? affiliate links.{0,160}
    (?:when you|if you) (?:buy|purchase|click).{5,120}(?:commission|affiliate).{0,60}
    we may (?:earn|receive|get) (?:a )?(?:small )?commission.{0,100}
  `,
  parts,
)

export const related = phrases(String.raw`
  (?:(?:more|see|other) )?(?:related|recommended|similar|popular|trending|latest|recent|featured|more|most read|most popular|most viewed|other|top|must[- ]read)(?: (?:articles?|stories|story|posts?|content|coverage|reading|news|topics?|links?|reads?|items?|videos?|headlines|reviews?|comments?))(?: (?:for you|from .{2,40}|on .{2,40}|now))?[:….]*
  you (?:may|might|will|['’]ll) (?:also )?(?:like|enjoy|love|be interested in).{0,20}
  (?:related|recommended(?: for you)?|trending(?: now)?|most (?:read|popular|viewed|shared))[:….]*
  (?:read (?:next|more|this next|also)|see also|also (?:read|see)|don[’']t miss|up next|what to read next|further reading|more like this|keep reading)[:….]*
  more (?:\p{L}+ )?(?:from|on|in|about|by) [^.!?]{2,60}
  (?:editor[’']?s[’']? picks?|in case you missed it|(?:from )?(?:around|across) the web|from our (?:partners|sponsors?|network)|popular (?:now|today)|recently viewed)[:….]*
  (?:mehr zum thema|lesen sie auch|das könnte (?:sie|dich) auch interessieren|auch interessant|ähnliche (?:artikel|beiträge)|weitere (?:artikel|meldungen|nachrichten)|meistgelesen)[:….]*
  [【\[]?(?:関連(?:記事|ニュース|リンク)|(?:あわせて|こちらも)読みたい|おすすめ(?:の)?記事|人気(?:の)?記事|(?:アクセス|人気記事)?ランキング)[】\]]?[:：]?
  (?:à lire aussi|lire aussi|sur le même sujet|articles (?:liés|similaires|connexes)|les plus lus)[ :….]*
  (?:lea también|(?:también )?te puede interesar|(?:noticias|artículos) relacionad[oa]s|más (?:leídas|noticias|información))[:….]*
  (?:leggi anche|articoli correlati|potrebbe interessarti|lees ook|gerelateerde (?:artikelen|berichten)|leia (?:também|mais)|veja também|artigos relacionados)[:….]*
`)

export const newsletter = phrases(
  String.raw`
    (?:subscribe|sign up|join|register|get|receive|stay (?:informed|updated|up to date|connected)|never miss|don[’']t miss|want more)[^.!?]{0,90}(?:newsletter|mailing list|inbox)[^.!?]{0,60}[.!]?
    (?:subscribe|sign up)[^.!?]{0,60}(?:e-?mail|updates|alerts|latest (?:news|articles|posts|stories))[^.!?]{0,60}[.!]?
    (?:enter|provide)(?: a valid)?(?: your?)? e-?mail.{0,90}
    sign up (?:to|for) (?:the |our )?\p{L}[^.!?]{1,60}
    our (?:daily|weekly|monthly|morning|evening|weekday|weekend|free) (?:e-?mail|newsletter|briefing)\b.{3,200}
    newsletters may contain .{3,200}
    never miss (?:a|an|another) (?:post|story|thing|beat|update|article)[.!]?
    (?:(?:our |the |free |weekly |daily )*newsletters?|subscribe(?: now| today| here| free)?|sign up(?: now| today| here| free| for free)?)[.!]?
    (?:your )?(?:e-?mail(?: address)?|first name|last name) ?\*?
    become a (?:member|subscriber|patron).{0,60}
    already a (?:subscriber|member)\??.{0,40}
    .{0,90}no spam(?:,| |\.).{0,60}
    .{0,40}(?:we (?:promise|won['’]t|will never|respect|hate)|unsubscribe (?:at )?any ?time).{0,80}(?:spam|privacy|time|address|inbox)[.!]?
    thank(?:s| you) for (?:subscribing|signing up).{0,40}
    check your inbox.{0,60}
    by (?:signing up|subscribing|submitting)[, ].{5,200}
    get .{3,60} (?:delivered )?(?:straight |right |direct(?:ly)? )?(?:in|to) your inbox.{0,60}
    (?:melden sie sich|tragen sie sich|abonnieren sie|bestellen sie|erhalten sie)[^.!?]{0,90}newsletter[^.!?]{0,90}[.!]?
    mit (?:der|ihrer) anmeldung (?:akzeptieren|stimmen|erklären) .{3,160}
    (?:sie (?:möchten|wollen) (?:mehr|weiter ?lesen|alles lesen).{0,20}[?!.] )?(?:testen|lesen|abonnieren|sichern) sie [^.!?]{0,40}(?:\+|plus|premium|abo|digital)[^.!?]{0,50} (?:kostenlos|gratis|unverbindlich|für nur .{1,20})(?: testen| weiter)?[.!]?
    .{0,30}(?:有料会員|会員限定|有料記事).{0,40}(?:お読み|ご覧)いただけ.{0,30}
    この記事は(?:会員限定|有料)(?:の)?記事です.{0,60}
    .{0,20}(?:メールマガジン|メルマガ|ニュースレター)[のにを]?(?:登録|購読|お?申し?込).{0,40}
    (?:今すぐ|無料|新規)(?:会員)?登録.{0,40}
    この記事が気に入ったら.{0,60}
    (?:newsletter (?:abonnieren|bestellen)|jetzt (?:abonnieren|anmelden))[.!]?
    (?:inscrivez-vous|abonnez-vous|suscríbete|suscríbase|iscriviti|schrijf je in|inscreva-se|assine).{0,60}
    [^.!?]{3,160}[.!] (?:follow|find) (?:him|her|them) (?:on|at) (?:the )?{network}[^.!?]{0,60}[.!]?
    (?:follow|like|find|join|connect with) (?:us|me|our .{2,30}|@\w+|[^.]{2,40}) (?:on|at|in|via) (?:the )?{network}(?:[ ,&]+(?:and |or |on )*{network})*(?:[^.]{0,40}| and (?:get|see|receive|never) [^.]{0,90})\.?
  `,
  parts,
)

export const comments = phrases(String.raw`
  (?:leave|post|write|add|submit|make)(?: (?:a|your))? (?:reply|comment|response|review)(?: .{0,40})?
  (?:\d+|no|one|show|view|load|read|see|hide|all|join the|sort|close)(?: (?:all|the|more|\d+))? (?:comments?|responses?|replies|thoughts|conversation|discussion)(?: on .{2,120}| so far)?(?: ?\(\d*\))?
  comments? ?\(?\d*\)?
  comments (?:are closed|off|policy)\.?.{0,40}
  (?:log|sign) in to (?:comment|reply|leave a comment|post).{0,40}
  この記事にコメントはありません。?
  (?:この記事への)?コメント(?:を(?:書く|見る|投稿する)|する|欄)?(?: ?[(（]\d+件?[)）])?
  (?:you must be|please) (?:logged|log|signed|sign) ?in.{0,60}
  your e-?mail address will not be published.{0,80}
  required fields are marked.{0,10}
  save my name.{0,120}
  (?:cancel reply|post comment|reply|have your say|what do you think\?)
  this site uses akismet.{0,100}
  notify me of (?:new|follow-?up).{0,60}
  please enable javascript to view the comments.{0,40}
  (?:kommentare?|kommentieren|kommentar (?:schreiben|hinterlassen)|laisser un commentaire|commentaires?|deja (?:un comentario|una respuesta)|comentarios?|lascia un commento|commenti|reacties?|geef een reactie|deixe um comentário)[.:]?
`)

export const legal = phrases(String.raw`
  (?:copyright|©|\(c\)|all content copyright)[^.]{0,120}(?:\.? ?all rights reserved)?\.?
  all rights reserved\.?
  (?:terms (?:of (?:use|service)|(?:and|&) conditions)|privacy (?:policy|notice|settings)|cookie (?:policy|settings)|disclaimer|imprint|impressum|datenschutz|mentions légales|aviso legal|contact us|about us|advertise with us|site ?map|careers)(?: ?[|·•/,]? ?(?:terms.{0,20}|privacy.{0,20}|cookie.{0,20}|contact.{0,10}|about.{0,10}|help))*
  this (?:material|article|story|content) may not be (?:published|reproduced|copied|redistributed).{0,160}
  .{0,60}無断(?:転載|複製)[^。]{0,20}(?:禁じ|禁止|ご遠慮).{0,20}
  (?:reproduction|redistribution) (?:in whole|without|of this).{0,120}
`)

export const navigation = phrases(String.raw`
  (?:back|return|scroll|skip|jump) (?:up )?to (?:the |main )?(?:top|content|home ?page|navigation|search|main|menu|articles?|blog|list|previous page|all .{2,30})
  (?:home|menu|search|close|skip|expand|collapse|log ?in|sign in|register|my account|edit|permalink|loading(?: more)?[.…]*|please wait.{0,20})
  (?:show|hide|view|read|see|load|learn|find out|click here)(?: (?:to|for|the|our|see|view|open|entire|full|all|more|less|image|gallery|transcript|caption|photos?|slideshow))+[.…>»→ ]*
  (?:view|read|see) (?:the )?(?:full|rest|original)(?: of)?(?: (?:the|this))? (?:article|story|post|report).{0,30}
  (?:previous|next|older|newer|prev)(?: (?:post|article|story|page|entry|slide|image|photo|entries)s?)?(?:: .{2,140})?
  [«‹←⟵]+ ?[^.!?]{2,120}
  [^.!?]{2,120} ?[»›→⟶]
  [«»‹›←→|·•*\-–—_=~#.… ]+
  (?:home|menu|start|startseite|accueil|inicio)(?: ?[|·•>/] ?[^|·•>/.!?]{1,30}){2,}
  [^|·•>.!?]{1,24}(?: [|·•>] [^|·•>.!?]{1,24}){3,}
  page \d+(?: of \d+)?
  \d+ ?/ ?\d+
  (?:toggle|open) (?:menu|navigation|search|in app|.{2,20} menu)
  (?:continue|keep) reading[ .…→»]*
  (?:続きを(?:読む|見る)|もっと(?:読む|見る)|次(?:へ|のページ)|前(?:へ|のページ)|目次|トップへ戻る)[ …→›»]*
  (?:table of contents|contents|in this (?:article|story|post)|jump to (?:section|recipe).{0,20})
  listen to (?:this )?(?:article|story).{0,20}
  (?:filed (?:under|in)|posted (?:in|under)|tagged(?: with| as| in)?):? .{0,200}
  (?:categor(?:y|ies)|tags?|topics?|labels?|keywords?|schlagworte|étiquettes|etiquetas)(?: ?:.{0,200})?
  (?:trackbacks?|pingbacks?).{0,20}
  (?:seite drucken|nach oben|haut de page|startseite|accueil|inicio)
`)

export const cookies = phrases(String.raw`
  (?:we|this (?:site|website|page)|our (?:site|website)|by (?:using|continuing)|wir|nous|diese (?:seite|website)|este sitio)\b.{0,80}\bcookies?\b.{0,200}
  (?:当|この|本)(?:ウェブ)?サイト.{0,60}(?:cookie|クッキー).{0,200}
  (?:accept|reject|manage|allow|decline)(?: all)?(?: (?:cookies?|preferences|settings))?
  (?:alle )?(?:cookies )?akzeptieren
  tout accepter
  cookie (?:settings|preferences|policy|notice)
`)

export const player = phrases(String.raw`
  (?:play|pause|mute|unmute|watch|video|live)(?: (?:video|audio|now|all|live|more|the video(?: below| above)?))?[:.]?
  your browser does not support .{2,60}
  (?:this )?video (?:is )?(?:unavailable|not available|player|playback).{0,60}
  media playback.{0,60}
  javascript (?:is )?(?:disabled|required).{0,80}
  please enable javascript.{0,80}
  (?:an )?error occurred.{0,60}
  \d{1,2}:\d{2}(?: ?/ ?\d{1,2}:\d{2})?
  click (?:on )?(?:the )?(?:image|photo|picture).{0,60}
  (?:view|open) (?:image )?(?:gallery|slideshow|fullscreen|in full ?screen|larger(?: image)?)
  (?:\d+ photos?|enlarge(?: (?:this )?image)?|(?:toggle|hide) caption)
`)

/** What boxes of documentation are headed with, which says little without the box. */
export const label = phrases(String.raw`
  (?:note|tip|info|information|warning|caution|danger|important|hinweis|tipp|achtung|warnung|vorsicht|wichtig|remarque|astuce|attention|nota|consejo|advertencia|注|注意|注記|メモ|ヒント|警告|重要|補足)[:!：！]?
`)
