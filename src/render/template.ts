import { z } from 'zod'

/** template.yaml: what a template is, in words for the people who choose one. */
export const templateAboutSchema = z.strictObject({
  title: z.string().trim().min(1),
  description: z.string().trim().min(1).optional(),
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
  /** issue.mjml.hbs */
  message: TemplateFile
  /** text.hbs */
  text: TemplateFile
  /** Partials by name: those of the template, then those of `shared` that they do not shadow. */
  partials: ReadonlyMap<string, TemplateFile>
}
