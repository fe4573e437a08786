import { blogs } from './blogs.ts'
import { news } from './news.ts'
import { others } from './others.ts'
import type { Layout } from './parts.ts'

/** Every kind of page that extraction is measured on. */
export const layouts: readonly Layout[] = [...blogs, ...news, ...others]
