/** "3 min", "14 h": past two hours the minutes would be more exact than the estimate is. */
export function minutesLabel(minutes: number): string {
  return minutes > 120 ? `${Math.round(minutes / 60)} h` : `${minutes} min`;
}
