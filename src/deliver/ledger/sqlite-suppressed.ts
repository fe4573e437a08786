/** For a row of `delivery`: whether its address must not be mailed, for whatever reason. */
export const isSuppressed = `(
  EXISTS (SELECT 1 FROM suppression AS s WHERE s.address_key = delivery.address_key) OR
  EXISTS (SELECT 1 FROM suppression_file AS f WHERE f.address_key = delivery.address_key))`

/** What an update sets to settle such a row: it is in nobody's hands any more, and says why. */
export const settledAsSuppressed = `state = 'suppressed', reason = 'suppressed', lease_owner = NULL, lease_until = NULL,
  reply = coalesce((SELECT reason FROM suppression AS s WHERE s.address_key = delivery.address_key), 'listed in the suppression file')`
