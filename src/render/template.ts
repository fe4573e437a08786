/**
 * Rendering, from an issue to a finished message. Each stage is a pure function in the file of its name; only
 * templates.io.ts reads files.
 *
 *   template-data   what the issue and the newsletter say, worked out for templates
 *   expand          Handlebars, once: names are checked first, slots become tokens, a map leads back to the template
 *   precheck        what MJML would lose without a word
 *   mjml            MJML to HTML, then arrived: is every story there?
 *   squeeze         white space that nobody sees
 *   bind            the tokens cut out, each slot with the escaping that its place needs
 *   text            the plain-text part, from the same data
 *   mime            the message, encoded once: the stencil that model/personalise.ts fills for each recipient
 */
import { z } from 'zod'
import { optionDeclarationsSchema, type TemplateOptions } from './options.ts'

/** template.yaml: what a template is, in words for the people who choose one. */
export const templateAboutSchema = z.strictObject({
  name: z.string().trim().min(1),
  description: z.string().trim().min(1).optional(),
  /** A picture of the template, beside template.yaml. */
  preview: z.string().trim().min(1).optional(),
  options: optionDeclarationsSchema.optional(),
})

export type TemplateAbout = z.output<typeof templateAboutSchema>

/** One file of a template. */
export interface TemplateFile {
  /** Path shown in messages, with forward slashes. */
  file: string
  source: string
}

/** A template as its folder says it, nothing parsed yet. */
export interface Template {
  name: string
  about: TemplateAbout
  /** The options it takes: those that every template has, and its own. */
  options: TemplateOptions
  /** issue.mjml.hbs */
  message: TemplateFile
  /** text.hbs */
  text: TemplateFile
  /** Partials by name: those of the template, then those of `shared` that they do not shadow. */
  partials: ReadonlyMap<string, TemplateFile>
}
