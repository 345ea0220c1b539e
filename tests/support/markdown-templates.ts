// § is a word that is shown, ¤ one in an attribute, ¬ one that is not shown at all. What stands between « and » is shown
// as it is written. № is a number that is new on its slide, and ″ the same once more.

export type Lines = readonly string[]

/** Pieces of a line. No element comes of a <tt>, which is allowed but always text here, nor of a <widget>, which is not allowed. */
export const TEXT: readonly string[] = [
  ...['§', '**§**', '*§*', '***§***', '==§==', '++§++', '~~§~~', 'H~§~O', '19^§^', '"§" -- §...', '\\*§\\*', '§ < § > §'],
  ...['`«<tt>§</tt>»`', '`` «§ ` &lt;tt&gt; **§**» ``', '\\<tt>§\\</tt>', '&lt;tt&gt;§&lt;/tt&gt;', '§ «<YOUR_§>»', '§ `<!--` §'],
  ...['[§](https://a.example)', '[**§**](./other.md)', '[§](#/1/2)', 'https://a.example/§', 'www.§.example', '§.md', '§[^none]', '[§]'],
  ...[':rocket: §', ':§:', '$§$', '$$§$$', '\\\\(§\\\\)', '$\\frac{§$', '\\$§\\$', '^[§]', '^[§ **§**]', '[name=§]', '[color=red] §'],
  ...['![¤](a.png =200x100)', '![¤](a.png)', '![](b.png "¤" =50%x)', '![§](a.png =200)', '{%gist §/§ %}', '{%none § %}'],
  // What these mean often stands on another slide, and holds for that one only.
  ...['§[^1]', '[§][r1]', 'AB1 §'],
]

/** Pieces that begin no line: one that begins with a tag may be HTML as a whole, in which markdown is no markdown. */
export const HTML: readonly string[] = [
  ...['<b>§</b>', '<b>§', '</b>§', '<kbd>§</kbd>', '<span class="x">*§*</span>', '<br>§', '<font color=red>§</font>'],
  ...['<u title="¤">§</u>', '<section>§</section>', '<a href="./other.md">§</a>', '<https://a.example/§>'],
  ...['«<widget a="b">§</widget>»', '«</Your-Name>» §'],
  ...['<!-- ¬ -->', '<!-- .element: class="fragment" data-x="¬" -->', '<!-- .slide: data-x="¬" -->'],
]

/** Lines of code. */
export const CODE: readonly Lines[] = [
  ...[['«§»'], ['«<tt onclick="x">§</tt>»'], ['«**§** &lt;tt&gt; :rocket:»'], ['«# §»'], ['«  - [ ] §»'], ['«[^1]: §»'], ['«$§$ [TOC]»']],
  ...[['«Note: §»'], ['«``»'], ['«> ~~»'], [''], ['', '«---»', ''], ['', '«----»', '']],
]
/** Lines of code that begin something elsewhere. */
export const OPENINGS: readonly Lines[] = [['«<!-- §»'], ['«$$»'], ['«<style>»'], ['«\\begin{a}»']]

/** Blocks whose second part says what the first means. */
export const LABELLED: readonly Lines[] = [
  ['§[^№]', '', '[^″]: §', '    §'],
  ['AB№ §', '', '*[AB″]: ¤'],
  ['[§][r№] [r″]', '', '[r″]: https://a.example "¤"'],
]

/** Blocks, with colons between them. No line begins with `$$` and goes on: the separators after it are not seen. */
export const FIXED: readonly Lines[] = String.raw`
<div>
§ **§**
</div>
::
<center>§</center>
::
<section>

§

</section>
::
<details><summary>§</summary>

§

</details>
::
<aside>
§
</aside>
::
<table><tr><td>§</td></tr></table>
::
<ul><li>§</ul>
::
<iframe src="https://a.example/§"></iframe>
::
<pre>
«<widget>» §

§
</pre>
::
<table>
§
::
</div>
§
::
<div>§
::
<p>§
::
<b>

§
::
«<Widget>»
§
«</Widget>»
::
«<script>»
§ < §
«</script>»
::
«<svg onload="x">»§
::
«<input value="§">»
::
<style>
p { color: red; position: fixed }
</style>
::
<style>

---

.¬ { content: "¬" }
</style>
::
<!-- ¬ -->
::
<!-- ¬ --> §
::
<!--

---

¬
-->
::
<!--
¬

# ¬
Note: ¬
~~~
-->
::
<!-- .slide: class="x" data-y="¬" -->
::
<!-- .element: class="fragment" -->
::
<!-- .element: title="¬" -->
::
§
: §
: §
::
$$
§ + 1
$$
::
\begin{aligned}
§ &= 1
\end{aligned}
::
§

    «<tt>§</tt>»
::
**Noted:** §
::
[TOC]
::
***
::
- - -
::
-----
::
 ---
::
+++
::
§
---
§
::
----
§
`
  .trim()
  .split('\n::\n')
  .map((text) => text.split('\n'))
