import { error, warning, info } from './entry.ts'

/** Messages about pictures, files and links. */
export const linkMessages = {
  'asset-missing': warning('picture or file not found: $1', 'Put the file beside the deck, or correct the address.'),
  'asset-too-large': error('is larger than $1 and is left out', 'Make the file smaller, or link to it where it stands.'),
  'asset-unused': info('nothing in the site names $1', 'Delete what nobody needs, or leave it where somebody else does.'),
  'asset-outside': warning('$1 is not a file that a deck may refer to', 'Refer to pictures, media and PDF inside the folder of the decks.'),
  'asset-remote': warning(
    '$1 stands on another server and is not loaded',
    'Save it beside the deck, with `curl -fLo "$2" \'$3\'`, and write its name instead.',
  ),
  'asset-upload': warning('$1 is an upload of a pad and its file is not beside the deck', 'Save it as $2 beside the deck.'),
  'link-missing': warning('the link leads to $1, which is not in the site', 'Correct the address, or put the file beside the deck.'),
  'link-dead': warning('the link leads to nothing any more: $1, $2', 'Link to where it stands now, or to a copy in an archive of the web.'),
  'link-moved': info('what $1 leads to has moved for good', 'Write $2 instead.'),
  'link-unasked': info(
    'whether $1 leads to something is not known: $2',
    'Try it in a browser; "uncheckedLinks" in site.yaml leaves it out.',
  ),
  'links-left': info(
    '$1 addresses on other servers are not asked: the check may take $2',
    'Check again: what is known is kept, and the next check begins with what was left.',
  ),
  'address-invalid': warning('"$1" is no address', 'Write the address itself, without markdown around it.'),
  'embed-link': info('the frame of $1 is shown as a link', 'Nothing is loaded from other servers.'),
  'picture-alt': warning(
    'the picture has no text for those who do not see it',
    'Say what it shows: `![a chart of …](…)`. One that only adorns is written `<img src="…" alt="">`.',
  ),
  'picture-large': warning('$1 has $2, $3', 'Make it smaller, for instance with `magick "$4" -resize "$5>" -quality 85 "$6"`.'),
  'picture-place': warning(
    '$1 says where it was taken: its metadata holds a place, which the site would publish',
    'Take it out, for instance with `exiftool -gps:all= -xmp:geotag= "$2"`.',
  ),
} as const
