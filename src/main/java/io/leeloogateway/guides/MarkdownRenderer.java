package io.leeloogateway.guides;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Renders the Markdown of the repository's documents as HTML. The documents are trusted: they are part of the jar. */
final class MarkdownRenderer {

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());

    private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
    private final HtmlRenderer renderer =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();

    String render(String markdown) {
        var document = parser.parse(markdown);
        document.accept(new GuideLinks());
        document.accept(new SideBySide());
        return renderer.render(document);
    }
}
