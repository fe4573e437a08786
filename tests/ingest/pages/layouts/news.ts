import type { Story } from '../story.ts'
import { bodyHtml, comments, escape, head, jsonLd, type Layout, linkList, navigation, otherText, otherTitles, shareBar } from './parts.ts'

const paragraphs = (story: Story): string[] => story.parts.flatMap((part) => ('text' in part ? [part.text] : []))

/** Inline related links, adverts, captions, a list of topics: a broadcaster's page. */
function broadcaster(story: Story, seed: number): string {
  const between = (index: number): string =>
    index === 1
      ? `<figure class="media-landscape has-caption full-width"><span class="image-and-copyright-container"><img src="/a.jpg" alt="Shelves"><span class="off-screen">Image copyright</span> <span class="story-image-copyright">Loosefoto</span></span><figcaption class="media-caption"><span class="off-screen">Image caption</span> <span class="media-caption__text">The shelves hold more than they were built for</span></figcaption></figure>`
      : index === 3
        ? `<ul class="story-body__unordered-list">${linkList(otherTitles(seed, 3), (title) => `<li class="story-body__list-item"><a class="story-body__link" href="/n">${title}</a></li>`)}</ul>`
        : ''
  return `${head(story, `<meta property="og:title" content="${escape(story.title)}">${jsonLd(story)}`)}<body><div class="header">${navigation()}</div><div id="page"><div class="container-width-only"><div class="story-body" role="main"><h1 class="story-body__h1">${escape(story.title)}</h1><div class="with-extracted-share-icons"><div class="story-body__mini-info-list-and-share"><ul class="mini-info-list"><li class="mini-info-list__item"><div class="date date--v2">3 May 2026</div></li><li class="mini-info-list__item"><a href="/s">North shore</a></li></ul></div></div>${shareBar('share share--lightweight')}<div class="story-body__inner" property="articleBody">${bodyHtml(story, between)}</div></div><div class="tags-container"><h2 class="tags-title">Related Topics</h2><ul class="tags-list">${linkList(['Jars', 'Bells'])}</ul></div><div id="share-tools"><h2>Share this story <a href="/about-sharing">About sharing</a></h2></div><div class="story-more"><h2>More on this story</h2>${linkList(otherTitles(seed + 1, 4), (title) => `<div class="unit"><a href="/m">${title}</a><span>14 April 2026</span></div>`)}</div></div><div class="secondary-content"><div class="top-stories"><h2>Top Stories</h2>${otherTitles(seed + 2, 3).map((title) => `<div><h3><a href="/t">${title}</a></h3><p>${escape(otherText(seed + 5)).slice(0, 110)}</p></div>`).join('')}</div></div></div><footer>${navigation()}</footer></body></html>`
}

/** Every paragraph in a `div` of its own, with generated names, adverts in between. */
function cable(story: Story, seed: number): string {
  const inner = paragraphs(story).map((text, index) => `<div class="zn-body__paragraph">${escape(text)}</div>${index === 2 ? `<div class="el__embedded el__embedded--standard"><div class="el__article-related"><h4>Read More</h4><a href="/r">${otherTitles(seed, 1).join('')}</a></div></div>` : index === 4 ? '<div class="ad ad--epic ad--all"><div class="ad__label">Advertisement</div></div>' : ''}`).join('')
  return `${head(story, jsonLd(story))}<body class="pg pg-hidden"><div class="nav-header">${navigation()}</div><article class="pg-rail-tall"><div class="l-container"><h1 class="pg-headline">${escape(story.title)}</h1><div class="metadata"><p class="metadata__byline"><span class="metadata__byline__author">By <a href="/a">${story.author}</a>, ${escape(story.site)}</span></p><p class="update-time">Updated 1412 GMT (2212 HKT) May 3, 2026</p></div></div><div class="pg-rail-tall__body" itemprop="articleBody"><section class="zn zn-body-text"><div class="l-container"><div class="el__leafmedia el__leafmedia--storyhighlights"></div><div class="zn-body__paragraph speakable"><cite class="el-editorial-source">(${escape(story.site)})</cite></div>${inner}</div></section></div><div class="pg-rail__aside"><div class="zn-header"><h2>Paid content</h2></div>${linkList(otherTitles(seed + 3, 8), (title) => `<div class="ob-unit ob-rec"><a href="/o">${title}</a></div>`)}</div></article></body></html>`
}

/** A local paper: the text behind `p` tags among boxes, tip lines and rights at the end. */
function local(story: Story, seed: number): string {
  const between = (index: number): string =>
    index === 0
      ? '<div class="ad-container"><div class="ad-label">ADVERTISEMENT</div></div>'
      : index === 2
        ? `<p><strong>RELATED: </strong><a href="/r">${otherTitles(seed, 1).join('')}</a></p>`
        : index === 4
          ? `<p><a href="/app"><b>Download our app for breaking news where you are</b></a></p>`
          : ''
  return `${head(story, jsonLd(story))}<body><div id="app"><div class="header-wrapper">${navigation()}</div><div class="main-content-container"><main class="article-page"><section class="article-header"><div class="breadcrumb-container"><a href="/">Home</a> / <a href="/news">News</a></div><h1 class="article-headline">${escape(story.title)}</h1><div class="article-byline"><p>by: <a href="/a">${story.author}</a></p><p>Posted: <time datetime="${story.date}T08:00:00Z">May 3, 2026 / 09:14 AM CDT</time></p><p>Updated: May 3, 2026 / 11:20 AM CDT</p></div>${shareBar('article-social-share')}</section><div class="article-content rich-text">${bodyHtml(story, between)}<p><em>Copyright 2026 ${escape(story.site)}. All rights reserved. This material may not be published, broadcast, rewritten, or redistributed.</em></p></div><div class="article-tags"><h3>Tags</h3>${linkList(['jars', 'bells', 'north shore'], (tag) => `<a href="/t">${tag}</a>`)}</div><div class="article-list article-list--more"><h2>More stories</h2>${otherTitles(seed + 1, 6).map((title) => `<article class="article-list__article"><h3><a href="/x">${title}</a></h3><p>${escape(otherText(seed + 2)).slice(0, 160)}</p></article>`).join('')}</div></main><aside class="sidebar">${linkList(otherTitles(seed + 6, 10))}</aside></div></div></body></html>`
}

/** The long read of a daily: paragraphs in several sections, adverts between them, a drop-in letter box. */
function daily(story: Story, seed: number): string {
  const texts = paragraphs(story)
  const half = Math.ceil(texts.length / 3)
  const section = (from: number): string => `<div class="css-1fanzo5 StoryBodyCompanionColumn"><div class="css-53u6y8">${texts.slice(from, from + half).map((text) => `<p class="css-158dogj evys1bk0">${escape(text)}</p>`).join('')}</div><aside class="css-ew4tgv" aria-label="companion column"></aside></div>`
  const ad = `<div class="css-1ygl5d6" id="story-ad-wrapper"><div id="dfp-ad-story"><p>Advertisement</p><a href="#after">Continue reading the main story</a></div></div>`
  return `${head(story, jsonLd(story))}<body><div id="app"><div><header class="NYTAppHideMasthead">${navigation()}</header></div><main id="site-content"><article id="story" class="css-1vxca1d"><div id="top-wrapper"><p>Advertisement</p></div><header class="css-1n4ha8y"><h1 id="link-1" class="css-rsa88z"><span>${escape(story.title)}</span></h1><p id="article-summary" class="css-w6ymp8">${escape(otherText(seed)).slice(0, 140)}</p><div class="css-18e8msd"><p class="css-16ff4k0 e1jsehar1">By <a href="/by">${story.author}</a></p><ul><li><time datetime="${story.date}">May 3, 2026</time></li></ul></div></header><div class="css-79elbk"><figure aria-label="media"><img src="/x.jpg" alt=""><figcaption class="css-17ai7jg"><span class="css-8i9d0s">A shelf in the old brewery, photographed in April.</span><span class="css-1nwzsjy"><span>Credit...</span><span>${story.author} for ${escape(story.site)}</span></span></figcaption></figure></div><section name="articleBody" class="meteredContent css-1r7ky0e">${section(0)}${ad}${section(half)}${ad}${section(half * 2)}</section><div class="bottom-of-article"><p>A version of this article appears in print on , Section A, Page 4 of the New edition. <a href="/r">Order Reprints</a></p></div></article><div id="bottom-sheet"><h2>More in Jars</h2>${linkList(otherTitles(seed, 6))}</div></main></div></body></html>`
}

/** A wire story with bullet points for a summary and notes of the desk. */
function wire(story: Story, seed: number): string {
  return `${head(story, jsonLd(story))}<body>${navigation()}<div class="StandardArticle_container"><div class="ArticleHeader_container"><div class="ArticleHeader_content-container"><div class="ArticleHeader_upper-container"><div class="ArticleHeader_channel"><a href="/c">World News</a></div><div class="ArticleHeader_date">May 3, 2026 / 9:14 AM / 4 hours ago</div></div><h1 class="ArticleHeader_headline">${escape(story.title)}</h1></div></div><div class="StandardArticle_inner-container"><div class="StandardArticleBody_container"><div class="BylineBar_container BylineBar_regular"><p class="BylineBar_byline"><span><a href="/a">${story.author}</a></span></p><p class="BylineBar_reading-time">4 Min Read</p></div><div class="StandardArticleBody_body">${bodyHtml(story, (index) => (index === 2 ? `<div class="PrimaryAsset_container"><figure class="Image_container"><img src="/i.jpg"><figcaption><div class="Image_caption"><span>FILE PHOTO: Jars are seen in the harbour office, April 2, 2026. WIRE/${story.author}</span></div></figcaption></figure></div>` : ''))}</div><div class="StandardArticleBody_trustBadgeContainer"><span class="StandardArticleBody_trustBadgeTitle">Our Standards:</span><a href="/t">The Trust Principles.</a></div></div><div class="RelatedCoverage_container"><h3 class="RelatedCoverage_related-coverage-module">More From ${escape(story.site)}</h3>${linkList(otherTitles(seed, 4))}</div></div></div></body></html>`
}

/** A magazine: dek, drop cap, pull quotes that repeat the text, footer with a biography. */
function magazine(story: Story, seed: number): string {
  const texts = paragraphs(story)
  const pulled = (texts[1] ?? '').split(/(?<=[.!?”]) /)[0] ?? ''
  return `${head(story, jsonLd(story))}<body class="magazine"><div class="topbar">${navigation()}</div><main><article class="article main-content" data-testid="ArticlePageContent"><header class="SplitScreenContentHeader"><span class="rubric"><a href="/r">Notes</a></span><h1 data-testid="ContentHeaderHed">${escape(story.title)}</h1><div class="ContentHeaderDek">${escape(otherTitles(seed, 1).join(''))}</div><div class="byline bylines__byline"><span>By <a href="/c">${story.author}</a></span></div><time>May 3, 2026</time></header><div class="ArticlePageChunks"><div class="grid"><div class="body body__container article__body"><div class="body__inner-container">${bodyHtml(story, (index) => (index === 2 ? `<aside class="PullQuote"><p>${escape(pulled)}</p></aside>` : index === 4 ? `<div class="RecircMostPopular"><h2>Most Popular</h2><ul>${linkList(otherTitles(seed + 9, 4))}</ul></div>` : ''))}<p>♦</p></div></div></div></div><div class="ContributorBio"><p><em><a href="/c">${story.author}</a> is a staff writer at ${escape(story.site)}. Their latest book is about lists.</em></p></div><div class="newsletter-box"><p>Sign up for the daily letter. Your in-box, every morning.</p></div></article><section class="ReadNext"><h3>Read More</h3>${otherTitles(seed + 3, 4).map((title) => `<div class="summary-item"><h3>${title}</h3><div class="dek">${escape(otherText(seed + 8)).slice(0, 150)}</div><span>By Mina Tarrow</span></div>`).join('')}</section></main></body></html>`
}

/** A portal whose comments are longer than the story. */
function portal(story: Story, seed: number): string {
  return `${head(story)}<body><div id="wrapper"><div id="menu">${navigation()}</div><div id="left"><div class="box-title"><h1>${escape(story.title)}</h1><div class="info">03.05.2026, 09:14 | ${story.author} | Views: 1204</div></div><div class="fulltext">${bodyHtml(story)}</div><div class="social-likes">${['Facebook', 'Twitter', 'Telegram'].join(' ')}</div><div id="comments-list"><h3>Comments (14)</h3>${Array.from({ length: 14 }, (_, index) => `<div class="comm"><div class="comm-head">user${String(index)} 03.05.2026</div><div class="comm-text">${escape(otherText(seed + index * 3))}</div></div>`).join('')}</div></div><div id="right"><div class="block"><div class="block-title">Popular</div>${linkList(otherTitles(seed, 9))}</div></div></div></body></html>`
}

/** A mobile page made for search engines: custom elements. */
function accelerated(story: Story, seed: number): string {
  return `<!doctype html><html amp lang="en"><head><meta charset="utf-8"><title>${escape(story.title)} - ${escape(story.site)}</title>${jsonLd(story)}</head><body><amp-sidebar id="s" layout="nodisplay">${navigation()}</amp-sidebar><header class="amp-header"><a href="/">${escape(story.site)}</a></header><article class="amp-article"><h1>${escape(story.title)}</h1><div class="meta">${story.author} · May 3, 2026</div><amp-img src="/a.jpg" width="600" height="400" layout="responsive" alt="x"></amp-img><div class="caption">The brewery in April</div><div class="content">${bodyHtml(story, (index) => (index % 3 === 1 ? '<amp-ad width="300" height="250" type="x"></amp-ad>' : ''))}</div><amp-social-share type="twitter"></amp-social-share></article><div class="related"><h3>Related Articles</h3><ul>${linkList(otherTitles(seed, 5))}</ul></div></body></html>`
}

/** A press release site with boilerplate about the company, and contact details. */
function release(story: Story, seed: number): string {
  return `${head(story)}<body><div class="pr-nav">${navigation()}</div><div class="container"><article class="news-release inline-gallery-template"><header class="release-header"><h1>${escape(story.title)}</h1><div class="row detail-headline"><p class="meta"><strong>News provided by</strong> <a href="/n">${escape(story.site)}</a></p><p class="mb-no">May 03, 2026, 09:14 ET</p></div><div class="social-share">Share this article</div></header><section class="release-body container"><div class="row"><div class="col-sm-10">${bodyHtml(story)}</div></div></section></article><div class="related-links"><h4>Related Links</h4><a href="https://x.example">https://x.example</a></div><div class="also"><h2>More Releases From This Source</h2>${otherTitles(seed, 2).map((title) => `<div class="card"><h3>${title}</h3><p>${escape(otherText(seed)).slice(0, 200)}...</p></div>`).join('')}</div></div></body></html>`
}

function tabloid(story: Story, seed: number): string {
  const texts = paragraphs(story)
  return `${head(story, jsonLd(story))}<body><div id="content" class="article sch-news"><div class="alpha"><div id="js-article-text" class="article-text wide" itemprop="articleBody"><h2>${escape(story.title)}</h2><ul class="mol-bullets-with-font"><li class="class"><font style="font-size: 1.2em;"><strong>${escape(texts[0] ?? '').split('. ')[0] ?? ''}&nbsp;</strong></font></li></ul><p class="author-section byline-plain">By <a class="author" href="/a" rel="nofollow">${story.author} For ${escape(story.site)}</a></p><p class="byline-section"><span class="article-timestamp"><span class="article-timestamp-label">Published:</span> <time>09:14 BST, 3 May 2026</time></span> | <span>Updated: 11:20 BST, 3 May 2026</span></p><div id="shareLinks"><ul><li>e-mail</li></ul></div>${texts.map((text, index) => `<p class="mol-para-with-font"><font style="font-size: 1.2em;">${escape(text)}</font></p>${index === 2 ? `<div class="artSplitter mol-img-group"><div class="mol-img"><img src="/i.jpg"></div><p class="imageCaption">The keeper, pictured by the shelves in April</p></div>` : ''}${index === 4 ? `<div class="related-carousel"><h3>RELATED ARTICLES</h3><ul>${linkList(otherTitles(seed, 3))}</ul></div>` : ''}`).join('')}<div class="moduleFull">Share or comment on this article: <span>${escape(story.title)}</span></div></div><div id="reader-comments"><h3>Comments <span>22</span></h3>${comments(seed, 8)}</div></div><div class="beta">${otherTitles(seed + 2, 14).map((title) => `<div class="femail-item"><a href="/f"><strong>${title}</strong> ${escape(otherText(seed + 1)).slice(0, 90)}</a></div>`).join('')}</div></div></body></html>`
}

export const news: readonly Layout[] = [
  { name: 'broadcaster', wanted: { paragraphs: 12, short: true, headings: true }, page: broadcaster },
  { name: 'cable news', wanted: { paragraphs: 12, short: true }, page: cable },
  { name: 'local paper', wanted: { paragraphs: 9, short: true }, page: local },
  { name: 'daily', wanted: { paragraphs: 14 }, page: daily },
  { name: 'wire', wanted: { paragraphs: 11, short: true }, page: wire },
  { name: 'magazine', wanted: { paragraphs: 9 }, page: magazine },
  { name: 'portal', wanted: { paragraphs: 4 }, page: portal },
  { name: 'accelerated page', wanted: { paragraphs: 7 }, page: accelerated },
  { name: 'press release', wanted: { paragraphs: 7, lists: true, quotes: true, table: true }, page: release },
  { name: 'tabloid', wanted: { paragraphs: 10, short: true }, page: tabloid },
]
