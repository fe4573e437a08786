import type { Strings } from '../../model/strings.ts'

export const ar: Strings = {
  readMore: 'تابع القراءة',
  sponsored: 'محتوى مموَّل',
  issueNumber: 'العدد {number}',
  unsubscribe: 'إلغاء الاشتراك',
  viewInBrowser: 'عرض في المتصفح',
  whyYouGetThis: 'تصلك هذه الرسالة لأنك مشترك في {name}.',
  inThisIssue: 'في هذا العدد',
  by: 'بقلم',
  links: 'الروابط',
  quoted: '«{text}»',
  storyCount: { zero: 'لا مقالات', one: 'مقال واحد', two: 'مقالان', few: '{number} مقالات', many: '{number} مقالًا', other: '{number} مقال' },
}
