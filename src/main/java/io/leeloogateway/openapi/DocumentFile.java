package io.leeloogateway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** The document of the repository, {@code docs/openapi.yaml}, which the build adds to the jar. */
final class DocumentFile {

    private static final ClassPathResource FILE = new ClassPathResource("openapi.yaml");
    private static final ObjectMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .stringQuotingChecker(new DatesAreTexts())
            .build());

    private DocumentFile() {}

    static boolean isPresent() {
        return FILE.exists();
    }

    /** Empty where the application runs from class folders without the build's resources. */
    static Optional<ObjectNode> read() {
        if (!isPresent()) {
            return Optional.empty();
        }
        try (var in = FILE.getInputStream()) {
            return Optional.of((ObjectNode) YAML.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    static byte[] write(ObjectNode document) throws JsonProcessingException {
        return YAML.writeValueAsBytes(document);
    }

    /** Parsers of YAML 1.1 read an unquoted date as a date. */
    private static final class DatesAreTexts extends StringQuotingChecker.Default {

        private static final long serialVersionUID = 1;
        private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}.*");

        @Override
        public boolean needToQuoteValue(String value) {
            return super.needToQuoteValue(value) || DATE.matcher(value).matches();
        }
    }
}
