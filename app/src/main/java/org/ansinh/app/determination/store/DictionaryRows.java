package org.ansinh.app.determination.store;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ansinh.rules.pack.Dictionary;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.ValueType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells the registry which facts the law knows, so that a load can refuse what no dictionary has. */
@Repository
public class DictionaryRows {

    private final JdbcClient jdbc;

    DictionaryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void tell(Dictionary dictionary) {
        var definitions = dictionary.facts().stream()
                .filter(it -> !it.id().equals("household.village"))
                .map(it -> json(dictionary, it))
                .collect(Collectors.joining(",", "[", "]"));
        jdbc.sql("select registry.face_define_facts(cast(:definitions as jsonb))")
                .param("definitions", definitions)
                .query(Integer.class)
                .single();
        jdbc.sql("select registry.face_define_purposes(cast(:definitions as jsonb))")
                .param("definitions", definitions)
                .query((row, n) -> n)
                .single();
    }

    /** Ids are ASCII by the pack's own rule, so nothing needs escaping. */
    private static String json(Dictionary dictionary, FactDefinition fact) {
        var type = fact.type();
        var values = type.kind() == ValueType.Kind.ENUM
                ? dictionary.enumeration(type.enumeration().orElseThrow()).values().stream()
                        .map(it -> '"' + it.id() + '"')
                        .collect(Collectors.joining(",", "[", "]"))
                : "null";
        var bounded = type.kind() == ValueType.Kind.INT
                || type.kind() == ValueType.Kind.DONG
                || type.kind() == ValueType.Kind.DECIMAL;
        return """
                {"id":"%s","subject":"%s","type":"%s","enum_values":%s,"least":%s,"most":%s,"many":%s,"sensitivity":"%s","stated_by":%s,"purposes":%s}""".formatted(
                        fact.id(),
                        fact.subject().word().charAt(0),
                        type.kind().name().toLowerCase(Locale.ROOT),
                        values,
                        bounded ? fact.range().min() : null,
                        bounded ? fact.range().max() : null,
                        fact.many(),
                        fact.sensitivity().name().toLowerCase(Locale.ROOT),
                        words(fact.statedBy()),
                        words(fact.purposes()));
    }

    private static String words(Collection<String> words) {
        return words.stream().map(it -> '"' + it + '"').collect(Collectors.joining(",", "[", "]"));
    }
}
