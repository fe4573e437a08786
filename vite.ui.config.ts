import { defineConfig } from 'vite'

/**
 * Builds the page of the preview, ahead of time, into one script and one style sheet. The script is a classic one, so
 * that an exported preview also works from a folder, where browsers refuse modules.
 */
export default defineConfig({
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist/preview/ui',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    lib: {
      entry: 'src/preview/ui/main.tsx',
      formats: ['iife'],
      name: 'gazettePreview',
      fileName: () => 'app.js',
      cssFileName: 'app',
    },
  },
})
