import type { Story } from '../story.ts'
import { bodyHtml, comments, escape, head, jsonLd, type Layout, linkList, navigation, otherText, otherTitles, shareBar } from './parts.ts'

const paragraphs = (story: Story): string[] => story.parts.flatMap((part) => ('text' in part ? [part.text] : []))

function documentation(story: Story, seed: number): string {
  return `${head(story)}<body class="wy-body-for-nav"><div class="wy-grid-for-nav"><nav data-toggle="wy-nav-shift" class="wy-nav-side"><div class="wy-side-scroll"><p class="caption"><span class="caption-text">Contents:</span></p><ul>${linkList(otherTitles(seed, 16))}</ul></div></nav><section class="wy-nav-content-wrap"><div class="wy-nav-content"><div class="rst-content"><div role="navigation" aria-label="breadcrumbs navigation"><ul class="wy-breadcrumbs"><li><a href="/">Docs</a> »</li><li>${escape(story.title)}</li><li class="wy-breadcrumbs-aside"><a href="/edit"> Edit on Forge</a></li></ul><hr></div><div role="main" class="document" itemscope="itemscope" itemtype="http://schema.org/Article"><div itemprop="articleBody"><div class="section" id="s"><h1>${escape(story.title)}<a class="headerlink" href="#s" title="Permalink to this headline">¶</a></h1>${bodyHtml(story)}</div></div></div><footer><div class="rst-footer-buttons"><a href="/next" class="btn">Next <span></span></a><a href="/prev" class="btn"> Previous</a></div><hr><div role="contentinfo"><p>&copy; Copyright 2026, ${escape(story.site)}.</p></div>Built with a generator.</footer></div></div></section></div></body></html>`
}

function encyclopedia(story: Story, seed: number): string {
  return `${head(story)}<body class="mediawiki ltr ns-0"><div id="mw-page-base"></div><div id="content" class="mw-body" role="main"><div id="siteNotice"></div><h1 id="firstHeading" class="firstHeading">${escape(story.title)}</h1><div id="bodyContent" class="mw-body-content"><div id="siteSub" class="noprint">From ${escape(story.site)}, the free collection</div><div id="contentSub"></div><a class="mw-jump-link" href="#mw-head">Jump to navigation</a><div id="mw-content-text" class="mw-content-ltr" lang="en"><div class="mw-parser-output"><div role="note" class="hatnote navigation-not-searchable">For other uses, see <a href="/d">Jar (disambiguation)</a>.</div><div id="toc" class="toc" role="navigation"><h2>Contents</h2><ul>${linkList(otherTitles(seed, 4))}</ul></div>${bodyHtml(story).replaceAll(/<h(\d)>(.*?)<\/h\d>/g, '<h$1><span class="mw-headline">$2</span><span class="mw-editsection"><span class="mw-editsection-bracket">[</span><a href="/e">edit</a><span class="mw-editsection-bracket">]</span></span></h$1>').replaceAll('.</p>', '.<sup class="reference"><a href="#cite_note-1">[1]</a></sup></p>')}<div role="navigation" class="navbox"><table><tr><th>Jars</th></tr><tr><td>${linkList(otherTitles(seed + 1, 10), (title) => `<a href="/w">${title}</a> · `)}</td></tr></table></div></div><div class="printfooter">Retrieved from "<a href="/x">https://wiki.example/x</a>"</div></div><div id="catlinks" class="catlinks"><a href="/c">Categories</a>: <a href="/c1">Jars</a></div></div></div><div id="mw-navigation"><h2>Navigation menu</h2>${navigation()}</div></body></html>`
}

/** The first message of a thread is the article; the answers are not. */
function forum(story: Story, seed: number): string {
  return `${head(story)}<body><div id="page-header">${navigation()}</div><div id="page-body"><h2 class="topic-title"><a href="/t">${escape(story.title)}</a></h2><div class="action-bar bar-top"><div class="pagination">14 posts • <a href="/1">1</a> <a href="/2">2</a></div></div><div id="p1" class="post has-profile bg2"><div class="inner"><dl class="postprofile"><dt><a class="username" href="/u">${story.author}</a></dt><dd class="profile-posts"><strong>Posts:</strong> <a href="/s">245</a></dd><dd><strong>Joined:</strong> Mon May 04, 2020 9:14 am</dd></dl><div class="postbody"><div><h3 class="first"><a href="#p1">${escape(story.title)}</a></h3><p class="author"><a href="#">Post</a> by <strong>${story.author}</strong> » Sun May 03, 2026 9:14 am</p><div class="content">${paragraphs(story).map(escape).join('<br>\n<br>\n')}</div><div class="signature">Counting since 1998.</div></div></div></div></div></div><div id="page-footer">${linkList(otherTitles(seed, 4))}</div></body></html>`
}

/** A layout of tables, as sites had before style sheets. */
function tables(story: Story, seed: number): string {
  return `<html><head><title>${escape(story.site)}: ${escape(story.title)}</title></head><body bgcolor="#ffffff"><table width="760" border="0"><tr><td colspan="3"><img src="/logo.gif"> <font size="1"><a href="/">Front page</a> | <a href="/n">News</a> | <a href="/l">Letters</a></font></td></tr><tr><td width="140" valign="top"><font size="2">${otherTitles(seed, 9).map((title) => `<a href="/x">${title}</a><br>`).join('')}</font></td><td width="460" valign="top"><font size="5"><b>${escape(story.title)}</b></font><br><font size="2"><i>by ${story.author}</i></font>${paragraphs(story).map((text) => `<p><font face="Times">${escape(text)}</font>`).join('\n')}</td><td width="160" valign="top"><font size="2"><b>Also this week</b><br>${escape(otherText(seed)).slice(0, 200)}</font></td></tr></table><center><font size="1">Copyright 2026 ${escape(story.site)}</font></center></body></html>`
}

/** Nothing but nested `div`, with inline styles: what page designers export. */
function divs(story: Story, seed: number): string {
  return `${head(story)}<body><div><div><div style="font-size:11px"><div>Home</div><div>Journal</div><div>Shop</div></div><div><div><div style="font-weight:bold">${escape(story.title)}</div><div style="color:#888">${story.author}, May 3, 2026</div><div>${paragraphs(story).map((text) => `<div><span style="line-height:1.6">${escape(text)}</span></div>`).join('')}</div></div></div><div><div>Latest</div>${otherTitles(seed, 5).map((title) => `<div><a href="/x">${title}</a></div>`).join('')}</div><div>All rights reserved. ${escape(story.site)}</div></div></div></body></html>`
}

/** A page that is drawn by a script: the text is only in its JSON-LD. */
function scripted(story: Story): string {
  return `${head(story, jsonLd(story, { articleBody: paragraphs(story).join('\n\n') }))}<body><div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript><script src="/app.js"></script></body></html>`
}

function square(story: Story, seed: number): string {
  const block = (html: string): string => `<div class="sqs-block html-block sqs-block-html" data-block-type="2"><div class="sqs-block-content"><div class="sqs-html-content">${html}</div></div></div>`
  const texts = paragraphs(story)
  return `${head(story)}<body class="blog-item"><header id="header">${navigation()}</header><main id="page"><article class="sections"><section class="page-section"><div class="content-wrapper"><div class="content"><div class="blog-item-wrapper"><article id="article-" class="h-entry entry hentry author-x post-type-text"><div class="blog-item-top-wrapper"><div class="blog-item-title"><h1 class="entry-title">${escape(story.title)}</h1></div><div class="blog-item-meta-wrapper"><time class="dt-published">May 3</time><span>Written By <a href="/a">${story.author}</a></span></div></div><div class="blog-item-content-wrapper"><div class="blog-item-content e-content"><div class="sqs-layout sqs-grid-12"><div class="row sqs-row"><div class="col sqs-col-12">${texts.map((text, index) => block(`<p>${escape(text)}</p>`) + (index % 3 === 1 ? '<div class="sqs-block image-block"><figure><img src="/i.jpg"><figcaption class="image-caption-wrapper"><p>The shelf by the window</p></figcaption></figure></div>' : '')).join('')}</div></div></div></div></div><div class="blog-item-author-profile-wrapper"><p>${escape(otherText(seed))}</p></div></article></div></div></div></section></article><section class="item-pagination"><a href="/p"><span>Previous</span><h2>${otherTitles(seed, 1).join('')}</h2></a></section></main></body></html>`
}

/** A post made of links, each with a line of comment. */
function linkblog(story: Story, seed: number): string {
  return `${head(story)}<body><header>${navigation()}</header><main><article class="h-entry"><h1 class="p-name">${escape(story.title)}</h1><div class="e-content">${bodyHtml(story)}</div></article></main><footer><p>${linkList(otherTitles(seed, 2))}</p></footer></body></html>`
}

function recipe(story: Story, seed: number): string {
  return `${head(story, jsonLd(story))}<body>${navigation()}<main class="recipe-page"><article class="tasty-article"><h1>${escape(story.title)}</h1><div class="entry-meta">by ${story.author} — updated May 3, 2026 — 14 comments</div><a class="jump" href="#recipe">Jump to Recipe</a><div class="entry-content">${bodyHtml(story)}</div>${shareBar()}</article><div id="comments"><h3>Reader Interactions</h3>${comments(seed, 5)}</div></main></body></html>`
}

function gov(story: Story, seed: number): string {
  return `${head(story)}<body><div id="global-cookie-message"><p>We use cookies to collect information about how you use this site. We use this information to make the website work as well as possible.</p></div><header role="banner">${navigation()}</header><div id="wrapper"><div class="govuk-breadcrumbs"><ol><li><a href="/">Home</a></li><li><a href="/x">Harbours</a></li></ol></div><main role="main" id="content" class="news-article"><div class="govuk-grid-row"><div class="gem-c-title"><span class="gem-c-title__context">News story</span><h1>${escape(story.title)}</h1></div></div><div class="gem-c-metadata"><dl><dt>From:</dt><dd><a href="/h">Harbour Office</a></dd><dt>Published</dt><dd>3 May 2026</dd></dl></div><div class="govuk-grid-column-two-thirds"><div class="gem-c-govspeak govuk-govspeak"><div class="govspeak">${bodyHtml(story)}</div></div><div class="gem-c-share-links"><h2>Share this page</h2><ul><li><a href="/f">Share on Facebook</a></li></ul></div><div class="published-dates">Published 3 May 2026</div></div><div class="gem-c-contextual-sidebar"><h2>Related content</h2><ul>${linkList(otherTitles(seed, 4))}</ul></div></main></div><div class="gem-c-feedback"><h2>Is this page useful?</h2><button>Yes</button></div></body></html>`
}

/** The lead paragraph stands outside the body; extra boxes have names that say nothing. */
function leadApart(story: Story, seed: number): string {
  const [first, ...rest] = story.parts
  const lead = first !== undefined && 'text' in first ? first.text : ''
  return `${head(story)}<body>${navigation()}<div class="grid"><div class="col-8"><h1>${escape(story.title)}</h1><p class="lead intro">${escape(lead)}</p><div class="text-wrap">${bodyHtml({ ...story, parts: rest }, (index) => (index === 2 ? `<div class="box-a"><strong>Fact box</strong><ul>${linkList(otherTitles(seed, 3))}</ul></div>` : ''))}</div><p class="sig"><em>This story was first published in the spring issue.</em></p></div><div class="col-4">${otherTitles(seed, 6).map((title) => `<div class="item"><a href="/i">${title}</a></div>`).join('')}</div></div></body></html>`
}

export const others: readonly Layout[] = [
  { name: 'documentation', wanted: { paragraphs: 7, headings: true, code: true, lists: true }, page: documentation },
  { name: 'encyclopedia', wanted: { paragraphs: 9, headings: true, lists: true }, page: encyclopedia },
  { name: 'forum', wanted: { paragraphs: 5 }, page: forum },
  { name: 'table layout', wanted: { paragraphs: 7 }, page: tables },
  { name: 'only divs', wanted: { paragraphs: 7 }, page: divs },
  { name: 'drawn by a script', wanted: { paragraphs: 8 }, page: scripted },
  { name: 'site builder', wanted: { paragraphs: 8 }, page: square },
  { name: 'link blog', wanted: { paragraphs: 4, lists: true }, page: linkblog },
  { name: 'recipe', wanted: { paragraphs: 6, headings: true, lists: true, table: true }, page: recipe },
  { name: 'government', wanted: { paragraphs: 6, headings: true, lists: true }, page: gov },
  { name: 'lead apart', wanted: { paragraphs: 7 }, page: leadApart },
  { name: 'German portal', wanted: { paragraphs: 8, lang: 'de', headings: true }, page: gov },
  { name: 'French recipe', wanted: { paragraphs: 6, lang: 'fr', lists: true }, page: recipe },
  { name: 'Japanese builder', wanted: { paragraphs: 7, lang: 'ja', headings: true }, page: square },
]
