// node --import memory.mjs …: writes the peak memory of a process, in megabytes, to the file that GAZETTE_BENCH_MEMORY names.
import { writeFileSync } from 'node:fs'

process.on('exit', () => {
  const file = process.env.GAZETTE_BENCH_MEMORY
  if (file !== undefined) writeFileSync(file, String(process.resourceUsage().maxRSS / 1024))
})
