package io.leeloogateway.contract;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the regular expressions of the application: constants, constraints and literals. */
final class RegularExpressions {

    private static final Path SOURCES = Path.of("src/main/java");

    private static final Pattern LITERAL = Pattern.compile(
            "\\.(?<method>matches|replaceAll|replaceFirst|split)\\(\"(?<regex>(?:[^\"\\\\]|\\\\.)*+)\"");

    private static final String SEARCH = "\\.matcher\\([^;]*?\\)\\s*\\.(find|results|replaceAll|replaceFirst)\\(";

    private final List<RegularExpression> found = new ArrayList<>();

    private RegularExpressions() {}

    static List<RegularExpression> all() throws IOException, ReflectiveOperationException {
        var all = new RegularExpressions();
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(RegularExpressions::isType).toList()) {
                all.addAllOf(file);
            }
        }
        return all.found;
    }

    private static boolean isType(Path file) {
        return file.toString().endsWith(".java") && !file.endsWith("package-info.java");
    }

    private void addAllOf(Path file) throws IOException, ReflectiveOperationException {
        var source = Files.readString(file);
        var name = SOURCES.relativize(file).toString().replace(".java", "").replace(File.separatorChar, '.');
        var type = Class.forName(name, false, RegularExpressions.class.getClassLoader());
        addLiterals(name, source);
        addConstraints(type);
        for (var member : members(type)) {
            addConstraints(member);
            if (member instanceof Field field && isPattern(field)) {
                field.setAccessible(true);
                var isSearched = Pattern.compile("\\b" + field.getName() + SEARCH)
                        .matcher(source)
                        .find();
                add(new RegularExpression(name + "." + field.getName(), (Pattern) field.get(null), isSearched));
            }
        }
    }

    private static List<AnnotatedElement> members(Class<?> type) {
        return Stream.<AnnotatedElement>concat(
                        Arrays.stream(type.getDeclaredFields()), Arrays.stream(type.getDeclaredMethods()))
                .toList();
    }

    private static boolean isPattern(Field field) {
        return Modifier.isStatic(field.getModifiers()) && field.getType() == Pattern.class;
    }

    private void addLiterals(String name, String source) {
        LITERAL.matcher(source)
                .results()
                .map(match -> new RegularExpression(
                        name,
                        Pattern.compile(match.group("regex").translateEscapes()),
                        !match.group("method").equals("matches")))
                .forEach(this::add);
    }

    private void addConstraints(AnnotatedElement element) {
        for (var constraint : element.getAnnotationsByType(jakarta.validation.constraints.Pattern.class)) {
            add(new RegularExpression(element.toString(), Pattern.compile(constraint.regexp()), false));
        }
    }

    private void add(RegularExpression expression) {
        if (found.stream().noneMatch(expression::isSame)) {
            found.add(expression);
        }
    }
}
