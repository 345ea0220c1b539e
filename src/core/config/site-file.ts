/** The file at the content root that holds the site's options. */
export const SITE_FILE = 'site.yaml'
