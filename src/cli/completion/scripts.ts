/** Shells that a completion script exists for. */
export const shells = ['bash', 'zsh', 'fish'] as const
export type ShellName = (typeof shells)[number]

/** How the script of a shell is put in its place. */
export const installation: Record<ShellName, string> = {
  bash: 'gazette completion bash >> ~/.bashrc',
  zsh: 'gazette completion zsh > "${fpath[1]}/_gazette"',
  fish: 'gazette completion fish > ~/.config/fish/completions/gazette.fish',
}

/**
 * The scripts ask `gazette __complete` what fits, so that they know the issues and sections of the newsletter at
 * hand. It answers with lines of a value, a tab and a description; an empty answer leaves the word to the shell's
 * own completion of files.
 */
export const scripts: Record<ShellName, string> = {
  bash: `_gazette() {
  local IFS=$'\\n'
  COMPREPLY=( $(gazette __complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | cut -f1) )
  if [ \${#COMPREPLY[@]} -eq 0 ]; then compopt -o default 2>/dev/null; fi
}
complete -F _gazette gazette`,
  zsh: `#compdef gazette
_gazette() {
  local -a found
  found=("\${(@f)$(gazette __complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -z "\${found[*]}" ]]; then
    _files
  else
    local tab=$'\\t'
    found=("\${(@)found//:/\\\\:}")
    found=("\${(@)found/$tab/:}")
    _describe gazette found
  fi
}
compdef _gazette gazette`,
  fish: `complete -c gazette -k -f -a '(gazette __complete -- (commandline -opc)[2..] (commandline -ct) 2>/dev/null; or true)'
complete -c gazette -n 'test -z "(gazette __complete -- (commandline -opc)[2..] (commandline -ct) 2>/dev/null)"' -F`,
}
