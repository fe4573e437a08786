import type { Strings } from '../../model/strings.ts'

export const ja: Strings = {
  readMore: '続きを読む',
  sponsored: '広告',
  issueNumber: '第{number}号',
  unsubscribe: '配信を停止する',
  viewInBrowser: 'ブラウザで見る',
  whyYouGetThis: 'このメールは、{name}の購読者にお送りしています。',
  inThisIssue: '今号の内容',
  by: '文：',
  links: 'リンク',
  quoted: '「{text}」',
  storyCount: { other: '記事{number}本' },
}
