package io.leeloogateway.guides;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/** Leads relative links of a document to the served guides. A link to a document that is not served becomes its text. */
final class GuideLinks extends AbstractVisitor {

    @Override
    public void visit(Link link) {
        var destination = link.getDestination();
        if (destination.startsWith("#") || destination.startsWith("/") || destination.matches("[a-z]+:.*")) {
            return;
        }
        var parts = destination.split("#", 2);
        var anchor = parts.length == 1 ? "" : "#" + parts[1];
        Guide.ofLink(parts[0])
                .ifPresentOrElse(guide -> link.setDestination(guide.path() + anchor), () -> replaceByText(link));
    }

    private static void replaceByText(Link link) {
        for (Node child = link.getFirstChild(); child != null; child = link.getFirstChild()) {
            link.insertBefore(child);
        }
        link.unlink();
    }
}
