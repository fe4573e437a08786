import type { OfferedBlurb } from '../../protocol-desk.ts'

const names: Record<OfferedBlurb['kind'], string> = {
  written: 'Your own',
  best: 'Best',
  shorter: 'Shorter',
  lead: 'First sentences',
  different: 'Next best, of other sentences',
  description: "The author's summary",
}

export interface OffersProps {
  offered: readonly OfferedBlurb[]
  chosen: OfferedBlurb | undefined
  /** Puts one into the field, from where it is saved. */
  onChoose: (offer: OfferedBlurb) => void
  /** One is being looked at; undefined when no longer. */
  onPoint: (offer: OfferedBlurb | undefined) => void
}

/** The blurbs that could be, to choose from. */
export function Offers({ offered, chosen, onChoose, onPoint }: OffersProps): preact.JSX.Element | null {
  if (offered.length < 2) return null
  return (
    <fieldset class="offers" onMouseLeave={() => { onPoint(undefined) }}>
      <legend>Choose a blurb</legend>
      {offered.map((offer) => (
        <label key={offer.kind} class={`offer${offer === chosen ? ' chosen' : ''}`} onMouseEnter={() => { onPoint(offer) }}>
          <input type="radio" name="offer" checked={offer === chosen} onChange={() => { onChoose(offer) }} />
          <span class="offer-name">{names[offer.kind]}<span class="offer-words">{offer.words}</span></span>
          <span class="offer-text">{offer.text}</span>
        </label>
      ))}
    </fieldset>
  )
}
