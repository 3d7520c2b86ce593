package io.leeloogateway.openapi;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.providers.SpringDocJavadocProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Converts Javadoc to Markdown for OpenAPI: one line, first letter in upper case, code in backticks, no full stop after a summary. */
@Component
class MarkdownJavadocProvider extends SpringDocJavadocProvider {

    /** Therapi ends a code element at its first closing brace, which may belong to a variable in a path. */
    private static final Pattern BRACES_IN_CODE = Pattern.compile("(`[^`{}]*\\{[^`{}]*)`([^`\\s}]*)\\}");

    @Override
    public String getClassJavadoc(Class<?> type) {
        return plain(super.getClassJavadoc(type));
    }

    @Override
    public Map<String, String> getRecordClassParamJavadoc(Class<?> type) {
        return super.getRecordClassParamJavadoc(type).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, component -> sentence(component.getValue())));
    }

    @Override
    public String getMethodJavadocDescription(Method method) {
        return plain(super.getMethodJavadocDescription(method));
    }

    @Override
    public String getMethodJavadocReturn(Method method) {
        return sentence(super.getMethodJavadocReturn(method));
    }

    @Override
    public @Nullable String getParamJavadoc(Method method, String name) {
        return Optional.ofNullable(super.getParamJavadoc(method, name))
                .map(MarkdownJavadocProvider::sentence)
                .orElse(null);
    }

    @Override
    public String getFieldJavadoc(Field field) {
        return plain(super.getFieldJavadoc(field));
    }

    @Override
    public String getFirstSentence(String text) {
        return super.getFirstSentence(text).replaceFirst("\\.$", "");
    }

    private static String sentence(String javadoc) {
        return StringUtils.capitalize(plain(javadoc));
    }

    private static String plain(String javadoc) {
        var text = javadoc.replaceAll("</?code>", "`").replaceAll("\\s+", " ").strip();
        return BRACES_IN_CODE.matcher(text).replaceAll("$1}$2`");
    }
}
