/** What a browser calls a page of a deck: its title and its date, since an archive's decks share one title. */
export function datedTitle(title: string, date: string | undefined): string {
  return date === undefined || title.includes(date) ? title : `${title} – ${date}`
}
