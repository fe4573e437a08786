import { ar } from './ar.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { it } from './it.ts'
import { ja } from './ja.ts'
import { nl } from './nl.ts'
import { pl } from './pl.ts'
import { pt } from './pt.ts'
import { ptBR } from './pt-br.ts'
import type { Strings } from '../../model/strings.ts'

/** Words of templates by language tag, in lower case. */
export const stringsByLanguage: Readonly<Record<string, Partial<Strings>>> = {
  en,
  de,
  fr,
  es,
  pt,
  'pt-br': ptBR,
  it,
  nl,
  pl,
  ja,
  ar,
}
