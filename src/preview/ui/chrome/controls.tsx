import { Icon, type IconName } from './icons.tsx'

export interface Choice<T extends string> {
  value: T
  label: string
  title?: string
}

/** A few choices of which one holds, side by side. */
export function Segments<T extends string>(props: { label: string; choices: readonly Choice<T>[]; value: T; onChange: (value: T) => void }): preact.JSX.Element {
  const { label, choices, value, onChange } = props
  return (
    <div class="segments" role="group" aria-label={label}>
      {choices.map((choice) => (
        <button type="button" key={choice.value} aria-pressed={choice.value === value} title={choice.title ?? ''} onClick={() => { onChange(choice.value) }}>
          {choice.label}
        </button>
      ))}
    </div>
  )
}

/** A button that shows only a drawing; its name is read out and shown when the pointer rests on it. */
export function IconButton(props: { icon: IconName; label: string; hint?: string; pressed?: boolean; disabled?: boolean; onClick: () => void }): preact.JSX.Element {
  const { icon, label, hint, pressed, disabled, onClick } = props
  const title = hint === undefined ? label : `${label} (${hint})`
  return (
    <button type="button" class="icon-button" aria-label={label} title={title} onClick={onClick} disabled={disabled ?? false} {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}>
      <Icon name={icon} />
    </button>
  )
}

/** One of more choices than fit side by side. */
export function Select<T extends string>(props: { label: string; choices: readonly Choice<T>[]; value: T; onChange: (value: T) => void }): preact.JSX.Element {
  const { label, choices, value, onChange } = props
  return (
    <span class="select">
      <select aria-label={label} title={label} value={value} onChange={(event) => { onChange(event.currentTarget.value as T) }}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </span>
  )
}
