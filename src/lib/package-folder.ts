import { fileURLToPath } from 'node:url'

/**
 * The folder of the package: of a clone, or of what npm installed. Everything that comes with Gazette beside its code
 * is found from here, whether the code runs from `src`, from the modules in `dist` or from the bundle.
 */
export const packageFolder: string = fileURLToPath(import.meta.url).replace(/[\\/](?:src|dist)[\\/](?!.*[\\/](?:src|dist)[\\/]).*$/s, '')
