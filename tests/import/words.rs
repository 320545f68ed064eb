//! Texts made of blocks of every shape, whose words are known.

use verbatim::import::Kind;

/// A text of these `blocks`, each with so many lines, and its words, each of which stands in it once.
pub fn written(blocks: &[(usize, usize)], kind: Kind) -> (String, Vec<String>) {
    let shapes = match kind {
        Kind::Plain => PLAIN,
        Kind::Html => PAGE,
        Kind::Rst => STRUCTURED,
        Kind::AsciiDoc => ASCII_DOC,
        Kind::Markdown => MARKED,
    };
    let mut words = Vec::new();
    let mut text = String::new();
    for (shape, lines) in blocks {
        let shape = shapes[shape % shapes.len()];
        let repeated = match shape.split_once('(') {
            Some((before, rest)) => {
                let (line, after) = rest.rsplit_once(')').expect("a shape closes its bracket");
                format!("{before}{}{after}", line.repeat(*lines))
            }
            None => shape.to_owned(),
        };
        for (at, piece) in repeated.split('@').enumerate() {
            if at > 0 {
                let word = name(words.len());
                text.push_str(&word);
                words.push(word);
            }
            text.push_str(piece);
        }
    }
    (text, words)
}

/// A word that begins and ends like no other: `zuabaz`.
fn name(at: usize) -> String {
    let letter = |at: usize| char::from(b'a' + u8::try_from(at % 26).expect("one of 26"));
    format!("Zu{}{}{}x", letter(at / 676), letter(at / 26), letter(at))
}

/// Blocks of plain text; `@` is a word, and what stands in brackets may stand several times.
const PLAIN: &[&str] = &[
    "(@ @ goes\n)\n",
    "@ says so. @ too.\n\n",
    "1. @\n@ is here.\n",
    "2. @\n@ is there.\n",
    "(3. @ @\n)",
    "@\n====\n\n@ it is.\n\n",
    "@ @?\n\nYes, @.\n\n",
    "(- @\n)\n",
    "Q: @?\nA: @.\n",
    "(@ says that one must not go out there at night with\n)@.\n\n",
    "RELATED POSTS\n(@ @\n)\n",
    "Support us!\n@, please.\n\n",
    "Share this\n@\n\n",
    "Chapter 1\n\n@.\n\n",
    "@      @      [Page 1]\n\u{c}\n@      @\n\n",
    "Conclusion\n@.\n",
    "---\n@\n---\n",
];

/// Blocks of Markdown.
const MARKED: &[&str] = &[
    "# @\n\n",
    "## @\n\n",
    "### @ @?\n\n@.\n\n",
    "##### @\n\n@.\n\n",
    "(@ @ goes on and on until the line ends somewhere\n)\n",
    "See [@](/@), [@](https://a.b/@ \"@\") and ![@](@.png).\n\n",
    "See [@][r] and [@][].\n\n[r]: /@\n\n",
    "(- [@](/@)\n)\n",
    "```\n(@ = 1\n)```\n\n",
    "(    @ = 1\n)\n",
    "| @ | @ |\n|---|---|\n(| @ | [@](/@) |\n)\n",
    "<div>\n(@\n)</div>\n\n",
    "<details>\n<summary>@?</summary>\n\n@.\n\n</details>\n\n",
    "> @ says\n> (@ )\n\n",
    "@[^n] is.\n\n[^n]: @ @.\n\n",
    "!!! note \"@\"\n(    @.\n)\n",
    ":::tip @\n@.\n:::\n\n",
    "{% include @ %}\n{{< @ >}} @.\n\n",
    "[[@|@]] and [[@]].\n\n",
    "@ &amp; @ <b>@</b> <span title=\"x\">@</span><br>@ __@__ || @\n\n",
    "@\n: @\n\n",
    "1. @\n    - @\n        ## @\n\n",
    "## Comments\n\n@.\n\n(- @\n)\n",
    "## Share this\n\n(- [@](/@)\n)\n@ and @ are here.\n\n",
    "## Support us\n\n@.\n\n",
    "**@?**\n\n@.\n\n",
    "@\n---\n\n@.\n\n",
    "<!-- @ -->\n\n",
    "<https://a.b/@> and https://a.b/@ @\n\n",
];

/// Blocks of a page.
const PAGE: &[&str] = &[
    "<h1>@</h1>",
    "<h2>@ <a href=\"#\">¶</a></h2>\n",
    "<h4>@</h4><p>@.</p>",
    "<p>(@ )</p>",
    "<p><a href=\"/x\">@</a></p>",
    "<ul>(<li><a href=\"/x\">@</a>)</ul>",
    "<ol>(<li>@<ul><li>@</ul>)</ol>",
    "<nav>@</nav>",
    "<noscript>@</noscript>",
    "<aside><p>@</aside>",
    "<form><label>@</label><input><button>@</button></form>",
    "<button aria-expanded=false>@ @</button><div>@.</div>",
    "<details><summary>@</summary>@</details>",
    "<dl>(<dt>@<dd>@)</dl>",
    "<table>(<tr><td>@<td>@)</table>",
    "<table><caption>@</caption><tr><th>@<th>@(<tr><td>@<td>@)</table>",
    "<table><tr><td><h2>@</h2><p>@.</p></table>",
    "<pre>(@ = 1\n)</pre>",
    "<p hidden>@</p>",
    "<figure><img alt=\"@\"><figcaption>@</figcaption></figure>",
    "<footer>@</footer>",
    "<div class=\"comments\"><p>@</div>",
    "<article><h3>@</h3><p>@.</article>",
    "<main><p>@.</p></main>",
    "<p><strong>@?</strong><p>@.",
    "<blockquote>@<br>@</blockquote>",
    "<p>@<sup><a href=x>[1]</a></sup> <code>@</code> @</p>",
    "<header><h1>@</h1>@</header>",
    "<!-- @ -->",
    "<h3>Share this</h3><ul><li>@</ul><p>@ and @ are here.</p>",
    "<div role=heading aria-level=2>@</div>@",
    "@",
];

/// Blocks of reStructuredText.
const STRUCTURED: &[&str] = &[
    "@@@\n==================\n\n",
    "@\n------\n\n@.\n\n",
    "@\n~~~~~~\n\n(@ @ goes on\n)\n",
    "(- @\n)\n",
    "#. @\n#. @\n\n",
    "See `@ <https://a.b/@>`_ and :ref:`@ <@>`, ``@`` and `@`_ or :doc:`@`.\n\n",
    ".. note:: @\n(   @\n)\n",
    ".. note::\n   :class: @\n\n   @.\n\n",
    ".. admonition:: @\n\n(   @ goes.\n)\n",
    ".. code-block:: python\n   :caption: @\n\n(   @ = 1\n)\n",
    ".. code-block:: @ @\n\n   @\n\n",
    ".. code-block:: @\n\n@.\n\n",
    ".. image:: @.png\n   :alt: @\n\n",
    ".. _@:\n\n@.\n\n",
    ".. [1] @\n\n",
    ".. @\n\n",
    ".. toctree::\n   :maxdepth: 2\n\n   @\n\n",
    ".. @:: @\n   :@: @\n\n   @\n\n",
    ":@: @\n\n",
    "@::\n\n(  @\n)\n",
    "+--------+--------+\n| @ | @ |\n+========+========+\n(| @ | @ |\n)+--------+--------+\n\n",
    "+--------+--------+\n| @ | @ |\n|        +--------+\n| @ | @ |\n+--------+--------+\n\n",
    "======  ======\n(@  @\n)======  ======\n@  @\n        @\n@@@ @\n======  ======\n\n",
    ".. list-table:: @\n   :widths: @\n\n(   * - @\n     - @\n       @\n)\n",
    ".. csv-table:: @\n   :header: @, \"@\"\n\n(   \"@, @\", @\n)\n",
    ".. table:: @\n   :align: @\n\n   ====== ======\n(   @ @\n)   ====== ======\n\n",
    ".. table:: @\n\n   @\n\n",
    "@\n   @ is.\n\n",
    "Support us!\n\n@.\n\n",
    "----\n\n@.\n\n",
];

/// Blocks of AsciiDoc.
const ASCII_DOC: &[&str] = &[
    "= @\n\n",
    "= @\n@ Bell <@@a.b>\n:author: @\n:@: @\n\n@.\n\n",
    "== @\n\n@.\n\n",
    "=== @\n\n(@ @ goes on\n)\n",
    "See https://a.b/@[@] and <<@,@>> and <<@>>, xref:@[@] or link:/@[@].\n\n",
    "NOTE: @.\n\n",
    "[NOTE]\n====\n(@ goes.\n)====\n\n",
    "[source,@]\n----\n(@ = 1\n)----\n\n",
    ". @\n. @\n\n",
    "(* @\n** @\n)\n",
    "@:: @\n@::\n@.\n\n",
    "|===\n|@ |@\n\n(|@ |@\n)|===\n\n",
    "[cols=\"1,1\"]\n|===\n|@ |@\n\n(|@\n|@\n)|===\n\n",
    "// @\n\n",
    "////\n(@\n)////\n\n",
    "image::@.png[@]\n\n",
    "An image:@.png[@] is @.\n\n",
    "[[@]]\n@.\n\n",
    ".@\n@.\n\n",
    "include::@[]\n\n",
    "____\n(@ says.\n)____\n\n",
    "@ +\n@.\n\n",
    "'''\n\n@.\n\n",
    "(@ says that one must not go out there at night with\n)@.\n\n",
    "|===\n|@ |@\n",
    "----\n@\n",
    "== Support us\n\n@.\n\n",
];
