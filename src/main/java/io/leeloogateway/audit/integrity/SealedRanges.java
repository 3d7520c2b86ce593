package io.leeloogateway.audit.integrity;

import java.util.ArrayList;
import java.util.List;

/** Collects the transactions of the checked seals. Adjacent spans are merged. */
final class SealedRanges {

    private final List<Seal.Span> spans = new ArrayList<>();

    void add(Seal.Span span) {
        var last = spans.isEmpty() ? null : spans.getLast();
        if (last != null && last.cluster() == span.cluster() && last.xidTo().equals(span.xidFrom())) {
            spans.removeLast();
            spans.add(new Seal.Span(span.cluster(), last.month(), last.xidFrom(), span.xidTo()));
        } else {
            spans.add(span);
        }
    }

    String[] clusters() {
        return spans.stream().map(span -> String.valueOf(span.cluster())).toArray(String[]::new);
    }

    String[] froms() {
        return spans.stream().map(Seal.Span::xidFrom).toArray(String[]::new);
    }

    String[] tos() {
        return spans.stream().map(Seal.Span::xidTo).toArray(String[]::new);
    }
}
