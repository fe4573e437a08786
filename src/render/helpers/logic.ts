import type { Helper } from './helper.ts'

/** Whether a value counts as there, as `{{#if}}` sees it, except that 0 does count. */
function isThere(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0
  return value !== null && value !== undefined && value !== false && value !== ''
}

export const eq: Helper = {
  about: 'Whether two values are the same.',
  params: [{ name: 'value' }, { name: 'other' }],
  options: {},
  returns: 'flag',
  example: '{{#if (eq section.name "Events")}}…{{/if}}',
  run: ({ params: [value, other] }) => value === other,
}

export const not: Helper = {
  about: 'Whether a value is absent, empty or false.',
  params: [{ name: 'value' }],
  options: {},
  returns: 'flag',
  example: '{{#if (not story.image)}}…{{/if}}',
  run: ({ params: [value] }) => !isThere(value),
}

export const and: Helper = {
  about: 'Whether every value is there.',
  params: [{ name: 'value', repeats: true }],
  options: {},
  returns: 'flag',
  example: '{{#if (and story.image story.featured)}}…{{/if}}',
  run: ({ params }) => params.every(isThere),
}

export const or: Helper = {
  about: 'Whether any of the values is there.',
  params: [{ name: 'value', repeats: true }],
  options: {},
  returns: 'flag',
  example: '{{#if (or story.author story.source)}}…{{/if}}',
  run: ({ params }) => params.some(isThere),
}
