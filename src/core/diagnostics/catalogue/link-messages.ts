import { error, warning, info } from './entry.ts'

/** Messages about images, files and links. */
export const linkMessages = {
  'asset-missing': warning('file not found: $1$2', 'Put the file next to the deck, or correct the path.'),
  'asset-format': warning('a slide cannot show $2 files: $1', '$3.'),
  'asset-too-large': error('the file is larger than $1, so it is not published', 'Make it smaller, or host it elsewhere and link to it.'),
  'asset-unused': info('no page of the site uses the image $1', 'Delete images that you no longer need.'),
  'asset-outside': warning('a deck cannot use this file: $1', 'Use images, media and PDFs inside the decks folder.'),
  'asset-remote': warning(
    'the file is on another server, so it is not loaded: $1',
    'Run `hedgerow pull --pictures --from $2`: it saves the file next to the deck and corrects the address.',
  ),
  'asset-upload': warning(
    'upload not found next to the deck: $1',
    'Run `hedgerow pull --pictures`, or save it as $2 next to the deck, or in a folder there such as `images`.',
  ),
  'link-missing': warning('broken link: $1 is not in the site$2', 'Correct the path, or put the file next to the deck.'),
  'link-format': warning('broken link, because $2 not published: $1', 'Put it in a .zip file and link to that, or publish it elsewhere.'),
  'link-broken': warning('broken link: $1 ($2)', 'Link to its new address, or to a copy in a web archive.'),
  'link-moved': info('$1 has moved permanently', 'Link to $2 instead.'),
  'link-unchecked': info(
    '$1 could not be checked: $2',
    'Open the address in a browser. To skip it in future, add it to "uncheckedLinks" in site.yaml.',
  ),
  'links-left': info(
    'not all links to other servers were checked: $1 left (time limit: $2)',
    'Check again: results are cached, and the next check starts with these links.',
  ),
  'address-gone': warning(
    'the site has no page at the former address "$1", so links to it are broken',
    'Add `$1` to `aliases` in the front matter of $2.',
  ),
  'address-lost': warning(
    'the site has nothing at the former address "$1", and a deck cannot have it as an alias',
    'Redirect it on the server, or correct the links to it.',
  ),
  'addresses-elsewhere': info(
    'not all former addresses were checked: $1 outside $2',
    'Correct "url" in site.yaml, or write the addresses as paths, such as `/talk.html`.',
  ),
  'address-invalid': warning('"$1" is not a valid address', 'Write only the address, without Markdown around it.'),
  'address-characters': warning('file not found, because "$2" has a special meaning in an address: $1', 'Write `$3`.'),
  'address-spaces': warning(
    'the address contains spaces, so HedgeDoc and others show it as text: $1',
    'Write it in angle brackets: `<$1>`.',
  ),
  'embed-link': info(
    'the page from $1 is shown as a link; it loads after a click',
    'Nothing to correct. Pages of hosts in "embeds" in site.yaml open on the slide.',
  ),
  'background-alt': info(
    'the slide is only a background, which has no text for people who cannot see it',
    'Describe it: `<!-- .slide: data-background-alt="…" -->`.',
  ),
  'image-alt': warning(
    'this image has no alternative text',
    'Describe the image: `![a chart of …](…)`. If it is only decoration, write `<img src="…" alt="">`.',
  ),
  'image-large': warning(
    'large image: $1 ($2)',
    'Make the image smaller, for example with `magick "$3" -resize "$4>" -quality 85 "$5"`. Builds do so if the package `sharp` is installed.',
  ),
  'image-original': warning(
    'no smaller copies of $1 could be made, so it is shown as it is: $2',
    'Save the image again with another program, or make it smaller.',
  ),
  'image-broken': warning('$1 cannot be shown: $2', '$3.'),
  'image-location': info(
    '$1 contains the location where it was taken; the site gets it without, but the file keeps it',
    'Remove the metadata from the file with `hedgerow fix`, which does not change how the image looks.',
  ),
} as const
