/** What readers of markdown, HTML, CSS and YAML stumble over: pieces on lines of their own or two blanks apart. */
const LISTS = String.raw`
---  ----  ===  +++  ***  - - -  ...  Note:  note:  Notes:  # h  ## h  - a  * a  1. a  10) a  > q  - [ ] a  - [x] a  ::: info  :::  :::spoiler x
:::: columns  ~~~  ${'```'}  ${'````'}  ${'```'}js=  ${'```'}mermaid  ${'```'}graphviz  ${'```'}abc  ${'```'}sequence  ${'```'}flow  ${'```'}csvpreview
${'```'}js {1|2-3}  | a | b |  |---|---|  $$  $  \\(  \\)  \\[  \\]  \begin{align}  \end{align}  \frac{1}{2}  \sqrt{  {  }  ^[  [^1]  [^1]: x
*[a]: b  [a]: b  [a](b)  ![a](b =1x2)  ![  ](  [TOC]  [name=a]  [time=a]  [color=red]  {%youtube a %}  {%  %}  :smile:  ==  ++  ~~  ^  ~  **  __
_  *  ${'`'}  \  &amp;  &#0;  &#x26;  &lt;  https://a.example/  www.a.example  a@b.example  mailto:a  //a.example  <https://a.example>
javascript:alert(1)  data:text/html,x  <!--  -->  --!>  <!-- .slide: data-background="a.png" -->  <!-- .element: class="fragment" -->
<!-- .slide:  <!-- .element:  class="  data-background="  data-state="a"  id="a"  style="  data-background-iframe="https://a.example"  <div>
</div>  <p>  </p>  <b>  </b>  <a href="  <a>  </a>  <table>  <tr>  <td>  </table>  <section>  </section>  <pre>  </pre>  <code>  <details>
<summary>  <style>  </style>  <script>  </script>  <svg>  </svg>  <math>  <iframe src="  <img src=x onerror=alert(1)>  <video src="  <font color=i>
<select>  <textarea>  <title>  <template>  <noscript>  <plaintext>  <!DOCTYPE html>  <![CDATA[  ]]>  <?  </  <  >  "  '  =  /  a{color:red}
h1{position:fixed}  @import "x";  @media print{  url(//a.example)  u\72l(  {  }  (  )  [  ]  /*  */  ;  :  @layer a{  :is(  ::before  li:before
title: a  slideOptions:  theme: white  transition: x  type: slide  tags: [a]  date: 2024-01-01  lang: de  ?  - &a b  *a  <<: *a  !!js/function  |  %YAML`

// What blanks or lines are part of.
const SPACED = [
  '\n---\n',
  '\n----\n',
  '\n\n',
  '\n',
  '\n    ',
  '  \n',
  '\t',
  ' ',
  '\u00a0',
  '\u2028',
  '\ufeff',
  '\0',
  '\r',
  '\ud800',
  '😀',
  'é',
  'ﬁ',
  '\u202e',
]

export const dictionary = [...LISTS.split(/\n| {2,}/).filter((piece) => piece !== ''), ...SPACED, '---\ntitle: x\n---\n', 'x'.repeat(70)]
