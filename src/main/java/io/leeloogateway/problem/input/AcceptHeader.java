package io.leeloogateway.problem.input;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/**
 * The preferences of an {@code Accept} header (RFC 9110, 12.5.1). JSON has no charset (RFC 8259, 11) and the formats here no parameters, so a
 * range with parameters matches the plain format, except to refuse it.
 */
record AcceptHeader(List<MediaType> ranges) {

    /** Spring does not parse a range with an unknown charset. */
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=");

    private static final String NAME = "x-charset";
    private static final Pattern UTF_8 = Pattern.compile("(?i)\"?utf-?8\"?");

    static AcceptHeader of(HttpServletRequest request) {
        var header = String.join(",", Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        return header.isBlank() ? new AcceptHeader(List.of(MediaType.ALL)) : parse(header);
    }

    /** A range that cannot be read accepts nothing. */
    static AcceptHeader parse(String header) {
        return new AcceptHeader(MimeTypeUtils.tokenize(header).stream()
                .flatMap(range -> parseRange(range).stream())
                .filter(range -> range.getQualityValue() > 0 || !hasParameters(range))
                .toList());
    }

    /** The accepted ones of these formats, most preferred first; formats of equal preference keep their order. */
    List<MediaType> select(List<MediaType> formats) {
        return formats.stream()
                .filter(format -> quality(format) > 0)
                .sorted(Comparator.comparingDouble(this::quality).reversed())
                .toList();
    }

    /** Whether problems are accepted, and JSON is not named only to be refused. */
    boolean acceptsProblemsInsteadOfJson() {
        return quality(MediaType.APPLICATION_PROBLEM_JSON) > 0
                && ranges.stream().noneMatch(range -> range.equalsTypeAndSubtype(MediaType.APPLICATION_JSON));
    }

    /** The quality of the most specific range that matches. */
    private double quality(MediaType format) {
        return ranges.stream()
                .filter(range -> range.includes(format))
                .max(Comparator.comparingInt(AcceptHeader::specificity).thenComparingDouble(MediaType::getQualityValue))
                .map(MediaType::getQualityValue)
                .orElse(0.0);
    }

    private static int specificity(MediaType range) {
        if (range.isWildcardType()) {
            return 0;
        }
        if (range.isWildcardSubtype()) {
            return 1;
        }
        return hasParameters(range) ? 2 : 3;
    }

    /** UTF-8 is the charset of every format. */
    private static boolean hasParameters(MediaType range) {
        return range.getParameters().entrySet().stream()
                .anyMatch(parameter -> !parameter.getKey().equalsIgnoreCase("q")
                        && !(parameter.getKey().equals(NAME)
                                && UTF_8.matcher(parameter.getValue()).matches()));
    }

    private static Optional<MediaType> parseRange(String range) {
        try {
            return Optional.of(MediaType.parseMediaType(CHARSET.matcher(range).replaceFirst(";" + NAME + "=")));
        } catch (InvalidMediaTypeException _) {
            return Optional.empty();
        }
    }
}
