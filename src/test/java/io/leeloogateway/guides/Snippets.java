package io.leeloogateway.guides;

import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.parser.Parser;

/** The examples of a guide in one language, in their order: together a program. */
record Snippets(List<String> blocks) {

    static Snippets of(Guide guide, String language) {
        var blocks = new java.util.ArrayList<String>();
        Parser.builder().build().parse(guide.markdown()).accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock block) {
                if (language.equals(block.getInfo())) {
                    blocks.add(block.getLiteral());
                }
            }
        });
        return new Snippets(List.copyOf(blocks));
    }

    /** The program, sent to another address than that of the guide. */
    String program(String address) {
        return String.join("\n", blocks).replace("http://localhost:8080", address);
    }
}
