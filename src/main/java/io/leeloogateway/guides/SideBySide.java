package io.leeloogateway.guides;

import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/** Puts the same example in curl, TypeScript and Java side by side: code blocks of these languages that follow each other. */
final class SideBySide extends AbstractVisitor {

    private static final Map<String, String> LABELS = Map.of("bash", "curl", "ts", "TypeScript", "java", "Java");

    @Override
    public void visit(FencedCodeBlock block) {
        if (!isExample(block)) {
            return;
        }
        if (!isExample(block.getPrevious())) {
            block.insertBefore(html("<div class=\"examples\">"));
        }
        block.insertBefore(html("<figure><figcaption>" + LABELS.get(block.getInfo()) + "</figcaption>"));
        var isLast = !isExample(block.getNext());
        block.insertAfter(html(isLast ? "</figure></div>" : "</figure>"));
    }

    /** Closing tags of an earlier example stand between two examples. */
    private static boolean isExample(@Nullable Node node) {
        var block = node instanceof HtmlBlock tag && tag.getLiteral().equals("</figure>") ? tag.getPrevious() : node;
        return block instanceof FencedCodeBlock code && LABELS.containsKey(code.getInfo());
    }

    private static HtmlBlock html(String literal) {
        var block = new HtmlBlock();
        block.setLiteral(literal);
        return block;
    }
}
